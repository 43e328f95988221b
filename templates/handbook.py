# ruff: noqa
# fmt: off
"""Generated from handbook.docx; never edited."""

def fill_986692f4733104a2(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('会务单位', M['会务单位'])
    n2 = get('会议时间', M['会议时间'])
    n3 = get('章', M['章'])
    n4 = get('地点', M['地点'])
    n5 = get('主持', M['主持'])
    n6 = get('议程', M['议程'])
    n7 = get('节', M['节'])
    n8 = get('日程', M['日程'])
    n9 = get('台上', M['台上'])
    n10 = get('参会人员', M['参会人员'])
    n11 = get('人数', M['人数'])
    n12 = get('会议纪律', M['会议纪律'])
    n13 = get('联系人', M['联系人'])
    p1 = n0
    p3 = n1
    p5 = n2
    p7 = n3
    p9 = n2
    p11 = n4
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
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
        p11.encode(),
        C[6],
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
        put(p11, S[5], state),
        C[6],
        ))
    if n5:
        p1 = n5
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[7],
            p1.encode(),
            C[8],
            ))
        else:
            extend((
            C[7],
            put(p1, S[7], state),
            C[8],
            ))
        pass
    p1 = n3
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[9],
        p1.encode(),
        C[10],
        ))
    else:
        extend((
        C[9],
        put(p1, S[9], state),
        C[10],
        ))
    q1 = items(n6)
    z1 = len(q1)
    meter.enter(z1, 164)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = n7
        p3 = (u if k1.__class__ is dict and (u := k1.get('事项', NO)) is not NO else attribute(k1, '事项'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[11],
            p1.encode(),
            C[12],
            p3.encode(),
            ))
        else:
            extend((
            C[11],
            put(p1, S[11], state),
            C[12],
            put(p3, S[12], state),
            ))
        if (u if k1.__class__ is dict and (u := k1.get('发言人', NO)) is not NO else attribute(k1, '发言人')):
            p1 = (u if k1.__class__ is dict and (u := k1.get('发言人', NO)) is not NO else attribute(k1, '发言人'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[13],
                p1.encode(),
                C[14],
                ))
            else:
                extend((
                C[13],
                put(p1, S[14], state),
                C[14],
                ))
            pass
        extend((
        C[15],
        ))
        pass
    if n8:
        p1 = n3
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[16],
            p1.encode(),
            C[17],
            ))
        else:
            extend((
            C[16],
            put(p1, S[18], state),
            C[17],
            ))
        q2 = items(n8)
        z2 = len(q2)
        meter.enter(z2, 787)
        for i2, k2 in enumerate(q2):
            if not i2 & 63: meter.check()
            p1 = (u if k2.__class__ is dict and (u := k2.get('时间', NO)) is not NO else attribute(k2, '时间'))
            p3 = (u if k2.__class__ is dict and (u := k2.get('事项', NO)) is not NO else attribute(k2, '事项'))
            p5 = (u if k2.__class__ is dict and (u := k2.get('地点', NO)) is not NO else attribute(k2, '地点'))
            if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
                extend((
                C[18],
                p1.encode(),
                C[19],
                p3.encode(),
                C[20],
                p5.encode(),
                C[21],
                ))
            else:
                extend((
                C[18],
                put(p1, S[20], state),
                C[19],
                put(p3, S[21], state),
                C[20],
                put(p5, S[22], state),
                C[21],
                ))
            pass
        extend((
        C[22],
        ))
        pass
    if n9:
        p1 = n3
        p3 = n9
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[23],
            p1.encode(),
            C[24],
            p3.encode(),
            C[25],
            ))
        else:
            extend((
            C[23],
            put(p1, S[26], state),
            C[24],
            put(p3, S[27], state),
            C[25],
            ))
        pass
    p1 = n3
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[26],
        p1.encode(),
        C[27],
        ))
    else:
        extend((
        C[26],
        put(p1, S[29], state),
        C[27],
        ))
    q3 = items(n10)
    z3 = len(q3)
    meter.enter(z3, 1485)
    for i3, k3 in enumerate(q3):
        if not i3 & 63: meter.check()
        p3 = (u if k3.__class__ is dict and (u := k3.get('单位', NO)) is not NO else attribute(k3, '单位'))
        p5 = (u if k3.__class__ is dict and (u := k3.get('姓名', NO)) is not NO else attribute(k3, '姓名'))
        p7 = (u if k3.__class__ is dict and (u := k3.get('职务', NO)) is not NO else attribute(k3, '职务'))
        p9 = (u if k3.__class__ is dict and (u := k3.get('会场', NO)) is not NO else attribute(k3, '会场'))
        p11 = (u if k3.__class__ is dict and (u := k3.get('座位', NO)) is not NO else attribute(k3, '座位'))
        if p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
            extend((
            C[28],
            b'%d' % (i3 + 1),
            C[29],
            p3.encode(),
            C[30],
            p5.encode(),
            C[31],
            p7.encode(),
            C[32],
            p9.encode(),
            C[33],
            p11.encode(),
            C[34],
            ))
        else:
            extend((
            C[28],
            b'%d' % (i3 + 1),
            C[29],
            put(p3, S[32], state),
            C[30],
            put(p5, S[33], state),
            C[31],
            put(p7, S[34], state),
            C[32],
            put(p9, S[35], state),
            C[33],
            put(p11, S[36], state),
            C[34],
            ))
        pass
    p1 = n11
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[35],
        p1.encode(),
        C[36],
        ))
    else:
        extend((
        C[35],
        put(p1, S[38], state),
        C[36],
        ))
    if n12:
        p1 = n3
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[37],
            p1.encode(),
            C[38],
            ))
        else:
            extend((
            C[37],
            put(p1, S[40], state),
            C[38],
            ))
        q4 = items(n12)
        z4 = len(q4)
        meter.enter(z4, 152)
        for i4, k4 in enumerate(q4):
            if not i4 & 63: meter.check()
            p1 = n7
            p3 = k4
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[39],
                p1.encode(),
                C[40],
                p3.encode(),
                C[41],
                ))
            else:
                extend((
                C[39],
                put(p1, S[42], state),
                C[40],
                put(p3, S[43], state),
                C[41],
                ))
            pass
        pass
    if n13:
        p1 = n3
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[42],
            p1.encode(),
            C[43],
            ))
        else:
            extend((
            C[42],
            put(p1, S[47], state),
            C[43],
            ))
        q5 = items(n13)
        z5 = len(q5)
        meter.enter(z5, 161)
        for i5, k5 in enumerate(q5):
            if not i5 & 63: meter.check()
            p1 = (u if k5.__class__ is dict and (u := k5.get('姓名', NO)) is not NO else attribute(k5, '姓名'))
            p3 = (u if k5.__class__ is dict and (u := k5.get('电话', NO)) is not NO else attribute(k5, '电话'))
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[44],
                p1.encode(),
                C[45],
                p3.encode(),
                C[46],
                ))
            else:
                extend((
                C[44],
                put(p1, S[49], state),
                C[45],
                put(p3, S[50], state),
                C[46],
                ))
            pass
        pass
    extend((
    C[47],
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
