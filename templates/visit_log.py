# ruff: noqa
# fmt: off
"""Generated from visit_log.docx; never edited."""

def fill_0d77cb132851e6b6(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('填报单位', M['填报单位'])
    n2 = get('检查情况', M['检查情况'])
    n3 = get('未检查', M['未检查'])
    p1 = n0
    p3 = n1
    if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
        extend((
        C[0],
        p1.encode(),
        C[1],
        p3.encode(),
        C[2],
        ))
    else:
        extend((
        C[0],
        put(p1, S[0], state),
        C[1],
        put(p3, S[1], state),
        C[2],
        ))
    q1 = items(n2)
    z1 = len(q1)
    meter.enter(z1, 1951)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = (u if k1.__class__ is dict and (u := k1.get('序号', NO)) is not NO else attribute(k1, '序号'))
        p3 = (u if k1.__class__ is dict and (u := k1.get('领导', NO)) is not NO else attribute(k1, '领导'))
        p5 = (u if k1.__class__ is dict and (u := k1.get('分管领域', NO)) is not NO else attribute(k1, '分管领域'))
        p7 = (u if k1.__class__ is dict and (u := k1.get('日期', NO)) is not NO else attribute(k1, '日期'))
        p9 = (u if k1.__class__ is dict and (u := k1.get('企业或现场', NO)) is not NO else attribute(k1, '企业或现场'))
        p11 = (u if k1.__class__ is dict and (u := k1.get('发现问题', NO)) is not NO else attribute(k1, '发现问题'))
        p13 = (u if k1.__class__ is dict and (u := k1.get('处置情况', NO)) is not NO else attribute(k1, '处置情况'))
        p15 = (u if k1.__class__ is dict and (u := k1.get('跟踪落实', NO)) is not NO else attribute(k1, '跟踪落实'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15) < FREE and special(t) is None:
            extend((
            C[3],
            p1.encode(),
            C[4],
            p3.encode(),
            C[5],
            p5.encode(),
            C[6],
            p7.encode(),
            C[7],
            p9.encode(),
            C[8],
            p11.encode(),
            C[9],
            p13.encode(),
            C[10],
            p15.encode(),
            C[11],
            ))
        else:
            extend((
            C[3],
            put(p1, S[3], state),
            C[4],
            put(p3, S[4], state),
            C[5],
            put(p5, S[5], state),
            C[6],
            put(p7, S[6], state),
            C[7],
            put(p9, S[7], state),
            C[8],
            put(p11, S[8], state),
            C[9],
            put(p13, S[9], state),
            C[10],
            put(p15, S[10], state),
            C[11],
            ))
        pass
    extend((
    C[12],
    ))
    if n3:
        p1 = n3
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[13],
            p1.encode(),
            C[14],
            ))
        else:
            extend((
            C[13],
            put(p1, S[13], state),
            C[14],
            ))
        pass
    extend((
    C[15],
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
