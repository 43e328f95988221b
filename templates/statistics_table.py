# ruff: noqa
# fmt: off
"""Generated from statistics_table.docx; never edited."""

def fill_b30c7a7bd0cadc03(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('填报单位', M['填报单位'])
    n2 = get('截止日期', M['截止日期'])
    n3 = get('各地情况', M['各地情况'])
    n4 = get('合计', M['合计'])
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
    meter.enter(z1, 2884)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = (u if k1.__class__ is dict and (u := k1.get('单位', NO)) is not NO else attribute(k1, '单位'))
        p3 = (u if k1.__class__ is dict and (u := k1.get('检查组数', NO)) is not NO else attribute(k1, '检查组数'))
        p5 = (u if k1.__class__ is dict and (u := k1.get('检查单位数', NO)) is not NO else attribute(k1, '检查单位数'))
        p7 = (u if k1.__class__ is dict and (u := k1.get('排查隐患', NO)) is not NO else attribute(k1, '排查隐患'))
        p9 = (u if k1.__class__ is dict and (u := k1.get('重大隐患', NO)) is not NO else attribute(k1, '重大隐患'))
        p11 = (u if k1.__class__ is dict and (u := k1.get('已整改', NO)) is not NO else attribute(k1, '已整改'))
        p13 = (u if k1.__class__ is dict and (u := k1.get('整改率', NO)) is not NO else attribute(k1, '整改率'))
        p15 = (u if k1.__class__ is dict and (u := k1.get('停产停业', NO)) is not NO else attribute(k1, '停产停业'))
        p17 = (u if k1.__class__ is dict and (u := k1.get('打非治违', NO)) is not NO else attribute(k1, '打非治违'))
        p19 = (u if k1.__class__ is dict and (u := k1.get('罚款', NO)) is not NO else attribute(k1, '罚款'))
        p21 = (u if k1.__class__ is dict and (u := k1.get('曝光', NO)) is not NO else attribute(k1, '曝光'))
        p23 = (u if k1.__class__ is dict and (u := k1.get('约谈', NO)) is not NO else attribute(k1, '约谈'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and p19.__class__ is str and p21.__class__ is str and p23.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17 + p19 + p21 + p23) < FREE and special(t) is None:
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
            p17.encode(),
            C[13],
            p19.encode(),
            C[14],
            p21.encode(),
            C[15],
            p23.encode(),
            C[16],
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
            put(p17, S[12], state),
            C[13],
            put(p19, S[13], state),
            C[14],
            put(p21, S[14], state),
            C[15],
            put(p23, S[15], state),
            C[16],
            ))
        pass
    p1 = (u if n4.__class__ is dict and (u := n4.get('检查组数', NO)) is not NO else attribute(n4, '检查组数'))
    p3 = (u if n4.__class__ is dict and (u := n4.get('检查单位数', NO)) is not NO else attribute(n4, '检查单位数'))
    p5 = (u if n4.__class__ is dict and (u := n4.get('排查隐患', NO)) is not NO else attribute(n4, '排查隐患'))
    p7 = (u if n4.__class__ is dict and (u := n4.get('重大隐患', NO)) is not NO else attribute(n4, '重大隐患'))
    p9 = (u if n4.__class__ is dict and (u := n4.get('已整改', NO)) is not NO else attribute(n4, '已整改'))
    p11 = (u if n4.__class__ is dict and (u := n4.get('整改率', NO)) is not NO else attribute(n4, '整改率'))
    p13 = (u if n4.__class__ is dict and (u := n4.get('停产停业', NO)) is not NO else attribute(n4, '停产停业'))
    p15 = (u if n4.__class__ is dict and (u := n4.get('打非治违', NO)) is not NO else attribute(n4, '打非治违'))
    p17 = (u if n4.__class__ is dict and (u := n4.get('罚款', NO)) is not NO else attribute(n4, '罚款'))
    p19 = (u if n4.__class__ is dict and (u := n4.get('曝光', NO)) is not NO else attribute(n4, '曝光'))
    p21 = (u if n4.__class__ is dict and (u := n4.get('约谈', NO)) is not NO else attribute(n4, '约谈'))
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and p19.__class__ is str and p21.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17 + p19 + p21) < FREE and special(t) is None:
        extend((
        C[17],
        p1.encode(),
        C[18],
        p3.encode(),
        C[19],
        p5.encode(),
        C[20],
        p7.encode(),
        C[21],
        p9.encode(),
        C[22],
        p11.encode(),
        C[23],
        p13.encode(),
        C[24],
        p15.encode(),
        C[25],
        p17.encode(),
        C[26],
        p19.encode(),
        C[27],
        p21.encode(),
        C[28],
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
        put(p7, S[20], state),
        C[21],
        put(p9, S[21], state),
        C[22],
        put(p11, S[22], state),
        C[23],
        put(p13, S[23], state),
        C[24],
        put(p15, S[24], state),
        C[25],
        put(p17, S[25], state),
        C[26],
        put(p19, S[26], state),
        C[27],
        put(p21, S[27], state),
        C[28],
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
