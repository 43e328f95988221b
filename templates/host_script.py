# ruff: noqa
# fmt: off
"""Generated from host_script.docx; never edited."""

def fill_f929d102f91be9d4(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('会议时间', M['会议时间'])
    n2 = get('主持', M['主持'])
    n3 = get('称呼', M['称呼'])
    n4 = get('开场白', M['开场白'])
    n5 = get('出席', M['出席'])
    n6 = get('会场纪律', M['会场纪律'])
    n7 = get('项数', M['项数'])
    n8 = get('议程', M['议程'])
    n9 = get('总结要求', M['总结要求'])
    n10 = get('结束语', M['结束语'])
    p1 = n0
    p3 = n1
    p5 = n2
    p7 = n3
    p9 = n4
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9) < FREE and special(t) is None:
        extend((
        C[0],
        p1.encode(),
        C[1],
        p3.encode(),
        C[2],
        p5.encode(),
        C[3],
        p7.encode(),
        C[4],
        p9.encode(),
        C[5],
        ))
    else:
        extend((
        C[0],
        put(p1, S[0], state),
        C[1],
        put(p3, S[1], state),
        C[2],
        put(p5, S[2], state),
        C[3],
        put(p7, S[3], state),
        C[4],
        put(p9, S[4], state),
        C[5],
        ))
    if n5:
        p1 = n5
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[6],
            p1.encode(),
            C[7],
            ))
        else:
            extend((
            C[6],
            put(p1, S[6], state),
            C[7],
            ))
        pass
    if n6:
        p1 = n6
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[8],
            p1.encode(),
            C[9],
            ))
        else:
            extend((
            C[8],
            put(p1, S[9], state),
            C[9],
            ))
        pass
    p1 = n7
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[10],
        p1.encode(),
        C[11],
        ))
    else:
        extend((
        C[10],
        put(p1, S[11], state),
        C[11],
        ))
    q1 = items(n8)
    z1 = len(q1)
    meter.enter(z1, 306)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = (u if k1.__class__ is dict and (u := k1.get('序', NO)) is not NO else attribute(k1, '序'))
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[12],
            p1.encode(),
            C[13],
            ))
        else:
            extend((
            C[12],
            put(p1, S[13], state),
            C[13],
            ))
        if (u if k1.__class__ is dict and (u := k1.get('发言人', NO)) is not NO else attribute(k1, '发言人')):
            p1 = (u if k1.__class__ is dict and (u := k1.get('发言人', NO)) is not NO else attribute(k1, '发言人'))
            p2 = (u if k1.__class__ is dict and (u := k1.get('谓', NO)) is not NO else attribute(k1, '谓'))
            if p1.__class__ is str and p2.__class__ is str and len(t := p1 + p2) < FREE and special(t) is None:
                extend((
                C[14],
                p1.encode(),
                p2.encode(),
                ))
            else:
                extend((
                C[14],
                put(p1, S[15], state),
                put(p2, S[16], state),
                ))
            pass
        else:
            p0 = (u if k1.__class__ is dict and (u := k1.get('事项', NO)) is not NO else attribute(k1, '事项'))
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                ))
            else:
                extend((
                put(p0, S[18], state),
                ))
            pass
        extend((
        C[15],
        ))
        if (u if k1.__class__ is dict and (u := k1.get('串词', NO)) is not NO else attribute(k1, '串词')):
            p1 = (u if k1.__class__ is dict and (u := k1.get('串词', NO)) is not NO else attribute(k1, '串词'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[16],
                p1.encode(),
                C[17],
                ))
            else:
                extend((
                C[16],
                put(p1, S[21], state),
                C[17],
                ))
            pass
        pass
    q2 = items(n9)
    z2 = len(q2)
    meter.enter(z2, 146)
    for i2, k2 in enumerate(q2):
        if not i2 & 63: meter.check()
        p1 = k2
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[18],
            p1.encode(),
            C[19],
            ))
        else:
            extend((
            C[18],
            put(p1, S[25], state),
            C[19],
            ))
        pass
    p1 = n10
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[20],
        p1.encode(),
        C[21],
        ))
    else:
        extend((
        C[20],
        put(p1, S[27], state),
        C[21],
        ))


def fill_6d8f4b413728b4ef(get, state, meter, out):
    extend = out.extend
    n0 = get('文档标题', M['文档标题'])
    p1 = n0
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[0],
        p1.encode(),
        C[1],
        ))
    else:
        extend((
        C[0],
        put(p1, S[0], state),
        C[1],
        ))
