# ruff: noqa
# fmt: off
"""Generated from liaison_list.docx; never edited."""

def fill_39a8c97e7880353f(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('填报单位', M['填报单位'])
    n2 = get('填报日期', M['填报日期'])
    n3 = get('联络员', M['联络员'])
    p1 = n0
    p3 = n1
    p5 = n2
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
        extend((
        C[0],
        p1.encode(),
        C[1],
        p3.encode(),
        C[2],
        p5.encode(),
        C[3],
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
        ))
    q1 = items(n3)
    z1 = len(q1)
    meter.enter(z1, 1951)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = (u if k1.__class__ is dict and (u := k1.get('序号', NO)) is not NO else attribute(k1, '序号'))
        p3 = (u if k1.__class__ is dict and (u := k1.get('单位', NO)) is not NO else attribute(k1, '单位'))
        p5 = (u if k1.__class__ is dict and (u := k1.get('姓名', NO)) is not NO else attribute(k1, '姓名'))
        p7 = (u if k1.__class__ is dict and (u := k1.get('职务', NO)) is not NO else attribute(k1, '职务'))
        p9 = (u if k1.__class__ is dict and (u := k1.get('办公电话', NO)) is not NO else attribute(k1, '办公电话'))
        p11 = (u if k1.__class__ is dict and (u := k1.get('手机', NO)) is not NO else attribute(k1, '手机'))
        p13 = (u if k1.__class__ is dict and (u := k1.get('政务系统账号', NO)) is not NO else attribute(k1, '政务系统账号'))
        p15 = (u if k1.__class__ is dict and (u := k1.get('备注', NO)) is not NO else attribute(k1, '备注'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15) < FREE and special(t) is None:
            extend((
            C[4],
            p1.encode(),
            C[5],
            p3.encode(),
            C[6],
            p5.encode(),
            C[7],
            p7.encode(),
            C[8],
            p9.encode(),
            C[9],
            p11.encode(),
            C[10],
            p13.encode(),
            C[11],
            p15.encode(),
            C[12],
            ))
        else:
            extend((
            C[4],
            put(p1, S[4], state),
            C[5],
            put(p3, S[5], state),
            C[6],
            put(p5, S[6], state),
            C[7],
            put(p7, S[7], state),
            C[8],
            put(p9, S[8], state),
            C[9],
            put(p11, S[9], state),
            C[10],
            put(p13, S[10], state),
            C[11],
            put(p15, S[11], state),
            C[12],
            ))
        pass
    extend((
    C[13],
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
