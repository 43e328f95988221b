# ruff: noqa
# fmt: off
"""Generated from handover.docx; never edited."""

def fill_476ad1786f0263ef(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('单名', M['单名'])
    n2 = get('编号', M['编号'])
    n3 = get('来源说明', M['来源说明'])
    n4 = get('交办单位', M['交办单位'])
    n5 = get('承办单位', M['承办单位'])
    n6 = get('协办单位', M['协办单位'])
    n7 = get('办理时限', M['办理时限'])
    n8 = get('反馈形式', M['反馈形式'])
    n9 = get('签发人', M['签发人'])
    n10 = get('发出时间', M['发出时间'])
    n11 = get('交办事项', M['交办事项'])
    n12 = get('领导批示', M['领导批示'])
    n13 = get('签收人', M['签收人'])
    n14 = get('签收时间', M['签收时间'])
    n15 = get('办理情况', M['办理情况'])
    n16 = get('佐证说明', M['佐证说明'])
    n17 = get('完成时间', M['完成时间'])
    n18 = get('承办负责人', M['承办负责人'])
    n19 = get('核查人', M['核查人'])
    n20 = get('核查结论', M['核查结论'])
    n21 = get('立行立改', M['立行立改'])
    n22 = get('是否销号', M['是否销号'])
    n23 = get('延期', M['延期'])
    n24 = get('备注', M['备注'])
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
    p21 = n10
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and p19.__class__ is str and p21.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17 + p19 + p21) < FREE and special(t) is None:
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
        p21.encode(),
        C[11],
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
        put(p21, S[10], state),
        C[11],
        ))
    q1 = items(n11)
    z1 = len(q1)
    meter.enter(z1, 786)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = (u if k1.__class__ is dict and (u := k1.get('序号', NO)) is not NO else attribute(k1, '序号'))
        p3 = (u if k1.__class__ is dict and (u := k1.get('事项', NO)) is not NO else attribute(k1, '事项'))
        p5 = (u if k1.__class__ is dict and (u := k1.get('具体要求', NO)) is not NO else attribute(k1, '具体要求'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
            extend((
            C[12],
            p1.encode(),
            C[13],
            p3.encode(),
            C[14],
            p5.encode(),
            C[15],
            ))
        else:
            extend((
            C[12],
            put(p1, S[12], state),
            C[13],
            put(p3, S[13], state),
            C[14],
            put(p5, S[14], state),
            C[15],
            ))
        pass
    extend((
    C[16],
    ))
    if n12:
        p1 = n12
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[17],
            p1.encode(),
            C[18],
            ))
        else:
            extend((
            C[17],
            put(p1, S[17], state),
            C[18],
            ))
        pass
    p1 = n13
    p3 = n14
    p5 = n15
    p7 = n16
    p9 = n17
    p11 = n18
    p13 = n19
    p15 = n20
    p17 = n21
    p19 = n22
    p21 = n23
    p23 = n24
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and p19.__class__ is str and p21.__class__ is str and p23.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17 + p19 + p21 + p23) < FREE and special(t) is None:
        extend((
        C[19],
        p1.encode(),
        C[20],
        p3.encode(),
        C[21],
        p5.encode(),
        C[22],
        p7.encode(),
        C[23],
        p9.encode(),
        C[24],
        p11.encode(),
        C[25],
        p13.encode(),
        C[26],
        p15.encode(),
        C[27],
        p17.encode(),
        C[28],
        p19.encode(),
        C[29],
        p21.encode(),
        C[30],
        p23.encode(),
        C[31],
        ))
    else:
        extend((
        C[19],
        put(p1, S[19], state),
        C[20],
        put(p3, S[20], state),
        C[21],
        put(p5, S[21], state),
        C[22],
        put(p7, S[22], state),
        C[23],
        put(p9, S[23], state),
        C[24],
        put(p11, S[24], state),
        C[25],
        put(p13, S[25], state),
        C[26],
        put(p15, S[26], state),
        C[27],
        put(p17, S[27], state),
        C[28],
        put(p19, S[28], state),
        C[29],
        put(p21, S[29], state),
        C[30],
        put(p23, S[30], state),
        C[31],
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
