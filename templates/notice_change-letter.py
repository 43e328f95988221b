# ruff: noqa
# fmt: off
"""Generated from notice_change-letter.docx; never edited."""

def fill_738686d97e184e13(get, state, meter, out):
    extend = out.extend
    n0 = get('发文稿纸', M['发文稿纸'])
    n1 = get('发文机关', M['发文机关'])
    n2 = get('发文字号', M['发文字号'])
    n3 = get('紧急程度', M['紧急程度'])
    n4 = get('标题', M['标题'])
    n5 = get('主送全称', M['主送全称'])
    n6 = get('抄送', M['抄送'])
    n7 = get('附件目录', M['附件目录'])
    n8 = get('成文日期', M['成文日期'])
    n9 = get('版头', M['版头'])
    n10 = get('份号', M['份号'])
    n11 = get('密级标注', M['密级标注'])
    n12 = get('标题分行', M['标题分行'])
    n13 = get('主送', M['主送'])
    n14 = get('开头段', M['开头段'])
    n15 = get('变更条目', M['变更条目'])
    n16 = get('章', M['章'])
    n17 = get('其他事项', M['其他事项'])
    n18 = get('尾句', M['尾句'])
    n19 = get('联系人', M['联系人'])
    n20 = get('附件说明', M['附件说明'])
    n21 = get('落款', M['落款'])
    n22 = get('附注', M['附注'])
    n23 = get('附件页', M['附件页'])
    extend((
    C[0],
    ))
    if n0:
        p1 = n1
        p3 = (u if n0.__class__ is dict and (u := n0.get('签发', NO)) is not NO else attribute(n0, '签发'))
        p5 = (u if n0.__class__ is dict and (u := n0.get('会签', NO)) is not NO else attribute(n0, '会签'))
        p7 = (u if n0.__class__ is dict and (u := n0.get('核稿', NO)) is not NO else attribute(n0, '核稿'))
        p9 = (u if n0.__class__ is dict and (u := n0.get('拟稿', NO)) is not NO else attribute(n0, '拟稿'))
        p11 = n2
        p13 = n3
        p15 = (u if n0.__class__ is dict and (u := n0.get('份数', NO)) is not NO else attribute(n0, '份数'))
        p17 = (u if n0.__class__ is dict and (u := n0.get('公开属性', NO)) is not NO else attribute(n0, '公开属性'))
        p19 = n4
        p21 = n5
        p23 = n6
        p25 = n7
        p27 = n1
        p29 = n8
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and p19.__class__ is str and p21.__class__ is str and p23.__class__ is str and p25.__class__ is str and p27.__class__ is str and p29.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17 + p19 + p21 + p23 + p25 + p27 + p29) < FREE and special(t) is None:
            extend((
            C[1],
            p1.encode(),
            C[2],
            p3.encode(),
            C[3],
            p5.encode(),
            C[4],
            p7.encode(),
            C[5],
            p9.encode(),
            C[6],
            p11.encode(),
            C[7],
            p13.encode(),
            C[8],
            p15.encode(),
            C[9],
            p17.encode(),
            C[10],
            p19.encode(),
            C[11],
            p21.encode(),
            C[12],
            p23.encode(),
            C[13],
            p25.encode(),
            C[14],
            p27.encode(),
            C[15],
            p29.encode(),
            C[16],
            ))
        else:
            extend((
            C[1],
            put(p1, S[1], state),
            C[2],
            put(p3, S[2], state),
            C[3],
            put(p5, S[3], state),
            C[4],
            put(p7, S[4], state),
            C[5],
            put(p9, S[5], state),
            C[6],
            put(p11, S[6], state),
            C[7],
            put(p13, S[7], state),
            C[8],
            put(p15, S[8], state),
            C[9],
            put(p17, S[9], state),
            C[10],
            put(p19, S[10], state),
            C[11],
            put(p21, S[11], state),
            C[12],
            put(p23, S[12], state),
            C[13],
            put(p25, S[13], state),
            C[14],
            put(p27, S[14], state),
            C[15],
            put(p29, S[15], state),
            C[16],
            ))
        pass
    if n9:
        p1 = n2
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[17],
            p1.encode(),
            C[18],
            ))
        else:
            extend((
            C[17],
            put(p1, S[18], state),
            C[18],
            ))
        if n10:
            p1 = n10
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[19],
                p1.encode(),
                C[20],
                ))
            else:
                extend((
                C[19],
                put(p1, S[20], state),
                C[20],
                ))
            pass
        if n11:
            p1 = n11
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[21],
                p1.encode(),
                C[22],
                ))
            else:
                extend((
                C[21],
                put(p1, S[23], state),
                C[22],
                ))
            pass
        if n3:
            p1 = n3
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[23],
                p1.encode(),
                C[24],
                ))
            else:
                extend((
                C[23],
                put(p1, S[26], state),
                C[24],
                ))
            pass
        extend((
        C[25],
        ))
        pass
    p1 = n12
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[26],
        p1.encode(),
        C[27],
        ))
    else:
        extend((
        C[26],
        put(p1, S[29], state),
        C[27],
        ))
    if n13:
        p1 = n13
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[28],
            p1.encode(),
            C[29],
            ))
        else:
            extend((
            C[28],
            put(p1, S[31], state),
            C[29],
            ))
        pass
    p1 = n14
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[30],
        p1.encode(),
        C[31],
        ))
    else:
        extend((
        C[30],
        put(p1, S[33], state),
        C[31],
        ))
    q1 = items(n15)
    z1 = len(q1)
    meter.enter(z1, 170)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        extend((
        C[32],
        ))
        if (compare('gt', z1, 1)):
            p0 = n16
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[33],
                ))
            else:
                extend((
                put(p0, S[36], state),
                C[33],
                ))
            pass
        p0 = (u if k1.__class__ is dict and (u := k1.get('事项', NO)) is not NO else attribute(k1, '事项'))
        if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
            extend((
            p0.encode(),
            C[34],
            ))
        else:
            extend((
            put(p0, S[38], state),
            C[34],
            ))
        if (u if k1.__class__ is dict and (u := k1.get('原定', NO)) is not NO else attribute(k1, '原定')):
            p1 = (u if k1.__class__ is dict and (u := k1.get('原定', NO)) is not NO else attribute(k1, '原定'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[35],
                p1.encode(),
                C[36],
                ))
            else:
                extend((
                C[35],
                put(p1, S[40], state),
                C[36],
                ))
            pass
        p0 = (u if k1.__class__ is dict and (u := k1.get('变', NO)) is not NO else attribute(k1, '变'))
        if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
            extend((
            p0.encode(),
            C[37],
            ))
        else:
            extend((
            put(p0, S[42], state),
            C[37],
            ))
        pass
    q2 = items(n17)
    z2 = len(q2)
    meter.enter(z2, 146)
    for i2, k2 in enumerate(q2):
        if not i2 & 63: meter.check()
        p1 = k2
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[38],
            p1.encode(),
            C[39],
            ))
        else:
            extend((
            C[38],
            put(p1, S[45], state),
            C[39],
            ))
        pass
    if n18:
        p1 = n18
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[40],
            p1.encode(),
            C[41],
            ))
        else:
            extend((
            C[40],
            put(p1, S[48], state),
            C[41],
            ))
        pass
    extend((
    C[42],
    ))
    q3 = items(n19)
    z3 = len(q3)
    meter.enter(z3, 19)
    for i3, k3 in enumerate(q3):
        if not i3 & 63: meter.check()
        p0 = (u if k3.__class__ is dict and (u := k3.get('职务', NO)) is not NO else attribute(k3, '职务'))
        p1 = (u if k3.__class__ is dict and (u := k3.get('姓名', NO)) is not NO else attribute(k3, '姓名'))
        p3 = (u if k3.__class__ is dict and (u := k3.get('电话', NO)) is not NO else attribute(k3, '电话'))
        if p0.__class__ is str and p1.__class__ is str and p3.__class__ is str and len(t := p0 + p1 + p3) < FREE and special(t) is None:
            extend((
            p0.encode(),
            p1.encode(),
            C[43],
            p3.encode(),
            ))
        else:
            extend((
            put(p0, S[51], state),
            put(p1, S[52], state),
            C[43],
            put(p3, S[53], state),
            ))
        if (not (i3 == z3 - 1)):
            extend((
            C[44],
            ))
            pass
        pass
    extend((
    C[45],
    ))
    if n20:
        extend((
        put(n20, S[58], state),
        ))
        pass
    extend((
    put(n21, S[60], state),
    ))
    if n22:
        p1 = n22
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[46],
            p1.encode(),
            C[47],
            ))
        else:
            extend((
            C[46],
            put(p1, S[62], state),
            C[47],
            ))
        pass
    q4 = items(n23)
    z4 = len(q4)
    meter.enter(z4, 395)
    for i4, k4 in enumerate(q4):
        if not i4 & 63: meter.check()
        p1 = (u if k4.__class__ is dict and (u := k4.get('标签', NO)) is not NO else attribute(k4, '标签'))
        p3 = (u if k4.__class__ is dict and (u := k4.get('名称分行', NO)) is not NO else attribute(k4, '名称分行'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[48],
            p1.encode(),
            C[49],
            p3.encode(),
            C[50],
            ))
        else:
            extend((
            C[48],
            put(p1, S[65], state),
            C[49],
            put(p3, S[66], state),
            C[50],
            ))
        pass
    if n6:
        p1 = n6
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[51],
            p1.encode(),
            C[52],
            ))
        else:
            extend((
            C[51],
            put(p1, S[69], state),
            C[52],
            ))
        pass
    extend((
    C[53],
    ))


def fill_81c01be492578a3d(get, state, meter, out):
    extend = out.extend
    n0 = get('版头', M['版头'])
    n1 = get('发文机关标志', M['发文机关标志'])
    n2 = get('红色', M['红色'])
    extend((
    C[0],
    ))
    if n0:
        extend((
        put(n1, S[1], state),
        ))
        if n2:
            extend((
            C[1],
            ))
            pass
        extend((
        C[2],
        ))
        pass
    extend((
    C[3],
    ))


def fill_63d38175f09a3f46(get, state, meter, out):
    extend = out.extend
    n0 = get('版头', M['版头'])
    n1 = get('红色', M['红色'])
    extend((
    C[0],
    ))
    if (n0 and n1):
        extend((
        C[1],
        ))
        pass
    extend((
    C[2],
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
