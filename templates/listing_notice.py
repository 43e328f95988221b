# ruff: noqa
# fmt: off
"""Generated from listing_notice.docx; never edited."""

def fill_eb6eae8d41c0cc12(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('字号', M['字号'])
    n2 = get('挂牌级别', M['挂牌级别'])
    n3 = get('督办单位', M['督办单位'])
    n4 = get('签发人', M['签发人'])
    n5 = get('单位名称', M['单位名称'])
    n6 = get('隐患描述', M['隐患描述'])
    n7 = get('依据', M['依据'])
    n8 = get('治理完成期限', M['治理完成期限'])
    n9 = get('方案报备期限', M['方案报备期限'])
    n10 = get('进展报告频次', M['进展报告频次'])
    n11 = get('日期', M['日期'])
    n12 = get('防控措施', M['防控措施'])
    n13 = get('验收申请规则', M['验收申请规则'])
    n14 = get('延期申请规则', M['延期申请规则'])
    n15 = get('送达人', M['送达人'])
    n16 = get('份数', M['份数'])
    n17 = get('签收人', M['签收人'])
    n18 = get('签收日期', M['签收日期'])
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
    p23 = n11
    p25 = n12
    p27 = n13
    p29 = n14
    p31 = n15
    p33 = n16
    p35 = n17
    p37 = n18
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and p19.__class__ is str and p21.__class__ is str and p23.__class__ is str and p25.__class__ is str and p27.__class__ is str and p29.__class__ is str and p31.__class__ is str and p33.__class__ is str and p35.__class__ is str and p37.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17 + p19 + p21 + p23 + p25 + p27 + p29 + p31 + p33 + p35 + p37) < FREE and special(t) is None:
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
        p23.encode(),
        C[12],
        p25.encode(),
        C[13],
        p27.encode(),
        C[14],
        p29.encode(),
        C[15],
        p31.encode(),
        C[16],
        p33.encode(),
        C[17],
        p35.encode(),
        C[18],
        p37.encode(),
        C[19],
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
        put(p23, S[11], state),
        C[12],
        put(p25, S[12], state),
        C[13],
        put(p27, S[13], state),
        C[14],
        put(p29, S[14], state),
        C[15],
        put(p31, S[15], state),
        C[16],
        put(p33, S[16], state),
        C[17],
        put(p35, S[17], state),
        C[18],
        put(p37, S[18], state),
        C[19],
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
