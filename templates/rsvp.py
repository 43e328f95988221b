# ruff: noqa
# fmt: off
"""Generated from rsvp.docx; never edited."""

def fill_2d087d6801ef8532(get, state, meter, out):
    extend = out.extend
    n0 = get('会议名称', M['会议名称'])
    n1 = get('单位', M['单位'])
    n2 = get('参会人员', M['参会人员'])
    n3 = get('填报人', M['填报人'])
    n4 = get('联系电话', M['联系电话'])
    n5 = get('填报时间', M['填报时间'])
    extend((
    C[0],
    ))
    if n0:
        p1 = n0
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[1],
            p1.encode(),
            C[2],
            ))
        else:
            extend((
            C[1],
            put(p1, S[1], state),
            C[2],
            ))
        pass
    p1 = n1
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[3],
        p1.encode(),
        C[4],
        ))
    else:
        extend((
        C[3],
        put(p1, S[3], state),
        C[4],
        ))
    q1 = items(n2)
    z1 = len(q1)
    meter.enter(z1, 2642)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p3 = (u if k1.__class__ is dict and (u := k1.get('姓名', NO)) is not NO else attribute(k1, '姓名'))
        p5 = (u if k1.__class__ is dict and (u := k1.get('性别', NO)) is not NO else attribute(k1, '性别'))
        p7 = (u if k1.__class__ is dict and (u := k1.get('民族', NO)) is not NO else attribute(k1, '民族'))
        p9 = (u if k1.__class__ is dict and (u := k1.get('职务', NO)) is not NO else attribute(k1, '职务'))
        p11 = (u if k1.__class__ is dict and (u := k1.get('手机', NO)) is not NO else attribute(k1, '手机'))
        p13 = (u if k1.__class__ is dict and (u := k1.get('参会方式', NO)) is not NO else attribute(k1, '参会方式'))
        p15 = (u if k1.__class__ is dict and (u := k1.get('是否发言', NO)) is not NO else attribute(k1, '是否发言'))
        p17 = (u if k1.__class__ is dict and (u := k1.get('车牌', NO)) is not NO else attribute(k1, '车牌'))
        p19 = (u if k1.__class__ is dict and (u := k1.get('用餐住宿', NO)) is not NO else attribute(k1, '用餐住宿'))
        p21 = (u if k1.__class__ is dict and (u := k1.get('备注', NO)) is not NO else attribute(k1, '备注'))
        if p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and p19.__class__ is str and p21.__class__ is str and len(t := p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17 + p19 + p21) < FREE and special(t) is None:
            extend((
            C[5],
            b'%d' % (i1 + 1),
            C[6],
            p3.encode(),
            C[7],
            p5.encode(),
            C[8],
            p7.encode(),
            C[9],
            p9.encode(),
            C[10],
            p11.encode(),
            C[11],
            p13.encode(),
            C[12],
            p15.encode(),
            C[13],
            p17.encode(),
            C[14],
            p19.encode(),
            C[15],
            p21.encode(),
            C[16],
            ))
        else:
            extend((
            C[5],
            b'%d' % (i1 + 1),
            C[6],
            put(p3, S[6], state),
            C[7],
            put(p5, S[7], state),
            C[8],
            put(p7, S[8], state),
            C[9],
            put(p9, S[9], state),
            C[10],
            put(p11, S[10], state),
            C[11],
            put(p13, S[11], state),
            C[12],
            put(p15, S[12], state),
            C[13],
            put(p17, S[13], state),
            C[14],
            put(p19, S[14], state),
            C[15],
            put(p21, S[15], state),
            C[16],
            ))
        pass
    p1 = n3
    p3 = n4
    p5 = n5
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
        extend((
        C[17],
        p1.encode(),
        C[18],
        p3.encode(),
        C[19],
        p5.encode(),
        C[20],
        ))
    else:
        extend((
        C[17],
        put(p1, S[17], state),
        C[18],
        put(p3, S[18], state),
        C[19],
        put(p5, S[19], state),
        C[20],
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
