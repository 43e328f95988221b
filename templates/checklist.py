# ruff: noqa
# fmt: off
"""Generated from checklist.docx; never edited."""

def fill_f9578d32ae57bad6(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('被检查单位', M['被检查单位'])
    n2 = get('检查单位', M['检查单位'])
    n3 = get('检查人名单', M['检查人名单'])
    n4 = get('检查日期', M['检查日期'])
    n5 = get('行业领域', M['行业领域'])
    n6 = get('上一级检查单位', M['上一级检查单位'])
    n7 = get('检查内容', M['检查内容'])
    n8 = get('合计句', M['合计句'])
    n9 = get('短板', M['短板'])
    n10 = get('检查意见', M['检查意见'])
    n11 = get('空', M['空'])
    n12 = get('被检查单位负责人', M['被检查单位负责人'])
    p1 = n0
    p3 = n1
    p5 = n2
    p7 = n3
    p9 = n4
    p11 = n5
    p13 = n6
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13) < FREE and special(t) is None:
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
        p13.encode(),
        C[7],
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
        put(p13, S[6], state),
        C[7],
        ))
    q1 = items(n7)
    z1 = len(q1)
    meter.enter(z1, 1484)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = (u if k1.__class__ is dict and (u := k1.get('序号', NO)) is not NO else attribute(k1, '序号'))
        p3 = (u if k1.__class__ is dict and (u := k1.get('类别', NO)) is not NO else attribute(k1, '类别'))
        p5 = (u if k1.__class__ is dict and (u := k1.get('内容', NO)) is not NO else attribute(k1, '内容'))
        p7 = (u if k1.__class__ is dict and (u := k1.get('结果', NO)) is not NO else attribute(k1, '结果'))
        p9 = (u if k1.__class__ is dict and (u := k1.get('问题', NO)) is not NO else attribute(k1, '问题'))
        p11 = (u if k1.__class__ is dict and (u := k1.get('佐证', NO)) is not NO else attribute(k1, '佐证'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
            extend((
            C[8],
            p1.encode(),
            C[9],
            p3.encode(),
            C[10],
            p5.encode(),
            C[11],
            p7.encode(),
            C[12],
            p9.encode(),
            C[13],
            p11.encode(),
            C[14],
            ))
        else:
            extend((
            C[8],
            put(p1, S[8], state),
            C[9],
            put(p3, S[9], state),
            C[10],
            put(p5, S[10], state),
            C[11],
            put(p7, S[11], state),
            C[12],
            put(p9, S[12], state),
            C[13],
            put(p11, S[13], state),
            C[14],
            ))
        pass
    p1 = n8
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[15],
        p1.encode(),
        C[16],
        ))
    else:
        extend((
        C[15],
        put(p1, S[15], state),
        C[16],
        ))
    if n9:
        extend((
        C[17],
        ))
        q2 = items(n9)
        z2 = len(q2)
        meter.enter(z2, 1020)
        for i2, k2 in enumerate(q2):
            if not i2 & 63: meter.check()
            p1 = (u if k2.__class__ is dict and (u := k2.get('类别', NO)) is not NO else attribute(k2, '类别'))
            p3 = (u if k2.__class__ is dict and (u := k2.get('短板', NO)) is not NO else attribute(k2, '短板'))
            p5 = (u if k2.__class__ is dict and (u := k2.get('补齐措施', NO)) is not NO else attribute(k2, '补齐措施'))
            p7 = (u if k2.__class__ is dict and (u := k2.get('完成时限', NO)) is not NO else attribute(k2, '完成时限'))
            if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and len(t := p1 + p3 + p5 + p7) < FREE and special(t) is None:
                extend((
                C[18],
                p1.encode(),
                C[19],
                p3.encode(),
                C[20],
                p5.encode(),
                C[21],
                p7.encode(),
                C[22],
                ))
            else:
                extend((
                C[18],
                put(p1, S[18], state),
                C[19],
                put(p3, S[19], state),
                C[20],
                put(p5, S[20], state),
                C[21],
                put(p7, S[21], state),
                C[22],
                ))
            pass
        extend((
        C[23],
        ))
        pass
    p1 = n10
    p3 = n11
    p5 = n12
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
        extend((
        C[24],
        p1.encode(),
        C[25],
        p3.encode(),
        C[26],
        p5.encode(),
        C[27],
        ))
    else:
        extend((
        C[24],
        put(p1, S[24], state),
        C[25],
        put(p3, S[25], state),
        C[26],
        put(p5, S[26], state),
        C[27],
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
