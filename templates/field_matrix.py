# ruff: noqa
# fmt: off
"""Generated from field_matrix.docx; never edited."""

def fill_6278042764ac1670(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('单位', M['单位'])
    n2 = get('分工', M['分工'])
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
    meter.enter(z1, 1485)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = (u if k1.__class__ is dict and (u := k1.get('序号', NO)) is not NO else attribute(k1, '序号'))
        p3 = (u if k1.__class__ is dict and (u := k1.get('重点领域', NO)) is not NO else attribute(k1, '重点领域'))
        p5 = (u if k1.__class__ is dict and (u := k1.get('分管领导', NO)) is not NO else attribute(k1, '分管领导'))
        p7 = (u if k1.__class__ is dict and (u := k1.get('牵头单位', NO)) is not NO else attribute(k1, '牵头单位'))
        p9 = (u if k1.__class__ is dict and (u := k1.get('配合', NO)) is not NO else attribute(k1, '配合'))
        p11 = (u if k1.__class__ is dict and (u := k1.get('职责', NO)) is not NO else attribute(k1, '职责'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
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
            ))
        pass
    extend((
    C[10],
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
