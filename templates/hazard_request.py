# ruff: noqa
# fmt: off
"""Generated from hazard_request.docx; never edited."""

def fill_bbf7ac982f4b3b59(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('种类', M['种类'])
    n2 = get('编号', M['编号'])
    n3 = get('申请单位', M['申请单位'])
    n4 = get('申请人', M['申请人'])
    n5 = get('隐患编号', M['隐患编号'])
    n6 = get('隐患描述', M['隐患描述'])
    n7 = get('原时限', M['原时限'])
    n8 = get('申请日期', M['申请日期'])
    n9 = get('申请理由', M['申请理由'])
    n10 = get('是延期', M['是延期'])
    n11 = get('新时限', M['新时限'])
    n12 = get('空', M['空'])
    n13 = get('临时管控措施', M['临时管控措施'])
    n14 = get('完成日期', M['完成日期'])
    n15 = get('验收人', M['验收人'])
    n16 = get('材料说明', M['材料说明'])
    n17 = get('审批意见', M['审批意见'])
    p1 = n0
    p3 = n1
    p5 = n2
    p7 = n3
    p9 = n4
    p11 = n5
    p13 = n6
    p15 = n7
    p17 = n8
    p19 = n9
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and p19.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17 + p19) < FREE and special(t) is None:
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
        p15.encode(),
        C[8],
        p17.encode(),
        C[9],
        p19.encode(),
        C[10],
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
        put(p15, S[7], state),
        C[8],
        put(p17, S[8], state),
        C[9],
        put(p19, S[9], state),
        C[10],
        ))
    if n10:
        p1 = n11
        p3 = n12
        p5 = n13
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
            extend((
            C[11],
            p1.encode(),
            C[12],
            p3.encode(),
            C[13],
            p5.encode(),
            C[14],
            ))
        else:
            extend((
            C[11],
            put(p1, S[11], state),
            C[12],
            put(p3, S[12], state),
            C[13],
            put(p5, S[13], state),
            C[14],
            ))
        pass
    else:
        p1 = n14
        p3 = n15
        p5 = n16
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
            extend((
            C[15],
            p1.encode(),
            C[16],
            p3.encode(),
            C[17],
            p5.encode(),
            C[18],
            ))
        else:
            extend((
            C[15],
            put(p1, S[15], state),
            C[16],
            put(p3, S[16], state),
            C[17],
            put(p5, S[17], state),
            C[18],
            ))
        pass
    extend((
    C[19],
    ))
    q1 = items(n17)
    z1 = len(q1)
    meter.enter(z1, 1253)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = (u if k1.__class__ is dict and (u := k1.get('单位', NO)) is not NO else attribute(k1, '单位'))
        p3 = (u if k1.__class__ is dict and (u := k1.get('意见', NO)) is not NO else attribute(k1, '意见'))
        p5 = (u if k1.__class__ is dict and (u := k1.get('说明', NO)) is not NO else attribute(k1, '说明'))
        p7 = (u if k1.__class__ is dict and (u := k1.get('签字', NO)) is not NO else attribute(k1, '签字'))
        p9 = (u if k1.__class__ is dict and (u := k1.get('日期', NO)) is not NO else attribute(k1, '日期'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9) < FREE and special(t) is None:
            extend((
            C[20],
            p1.encode(),
            C[21],
            p3.encode(),
            C[22],
            p5.encode(),
            C[23],
            p7.encode(),
            C[24],
            p9.encode(),
            C[25],
            ))
        else:
            extend((
            C[20],
            put(p1, S[20], state),
            C[21],
            put(p3, S[21], state),
            C[22],
            put(p5, S[22], state),
            C[23],
            put(p7, S[23], state),
            C[24],
            put(p9, S[24], state),
            C[25],
            ))
        pass
    extend((
    C[26],
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
