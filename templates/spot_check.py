# ruff: noqa
# fmt: off
"""Generated from spot_check.docx; never edited."""

def fill_adb55037314abb88(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('抽查单位', M['抽查单位'])
    n2 = get('抽查时段', M['抽查时段'])
    n3 = get('方式', M['方式'])
    n4 = get('抽样办法', M['抽样办法'])
    n5 = get('抽查情况', M['抽查情况'])
    n6 = get('合计句', M['合计句'])
    n7 = get('抽查人名单', M['抽查人名单'])
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
    q1 = items(n5)
    z1 = len(q1)
    meter.enter(z1, 1484)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = (u if k1.__class__ is dict and (u := k1.get('序号', NO)) is not NO else attribute(k1, '序号'))
        p3 = (u if k1.__class__ is dict and (u := k1.get('单位', NO)) is not NO else attribute(k1, '单位'))
        p5 = (u if k1.__class__ is dict and (u := k1.get('带班值班人员', NO)) is not NO else attribute(k1, '带班值班人员'))
        p7 = (u if k1.__class__ is dict and (u := k1.get('抽查时间', NO)) is not NO else attribute(k1, '抽查时间'))
        p9 = (u if k1.__class__ is dict and (u := k1.get('结果', NO)) is not NO else attribute(k1, '结果'))
        p11 = (u if k1.__class__ is dict and (u := k1.get('备注', NO)) is not NO else attribute(k1, '备注'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
            extend((
            C[6],
            p1.encode(),
            C[7],
            p3.encode(),
            C[8],
            p5.encode(),
            C[9],
            p7.encode(),
            C[10],
            p9.encode(),
            C[11],
            p11.encode(),
            C[12],
            ))
        else:
            extend((
            C[6],
            put(p1, S[6], state),
            C[7],
            put(p3, S[7], state),
            C[8],
            put(p5, S[8], state),
            C[9],
            put(p7, S[9], state),
            C[10],
            put(p9, S[10], state),
            C[11],
            put(p11, S[11], state),
            C[12],
            ))
        pass
    p1 = n6
    p3 = n7
    if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
        extend((
        C[13],
        p1.encode(),
        C[14],
        p3.encode(),
        C[15],
        ))
    else:
        extend((
        C[13],
        put(p1, S[13], state),
        C[14],
        put(p3, S[14], state),
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
