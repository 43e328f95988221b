# ruff: noqa
# fmt: off
"""Generated from notice_change.docx; never edited."""

def fill_d7c1b1d80f69c8d2(get, state, meter, out):
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
    n12 = get('版头空行', M['版头空行'])
    n13 = get('发文机关标志', M['发文机关标志'])
    n14 = get('签发人', M['签发人'])
    n15 = get('上行文号', M['上行文号'])
    n16 = get('红色', M['红色'])
    n17 = get('标题分行', M['标题分行'])
    n18 = get('主送', M['主送'])
    n19 = get('开头段', M['开头段'])
    n20 = get('变更条目', M['变更条目'])
    n21 = get('章', M['章'])
    n22 = get('其他事项', M['其他事项'])
    n23 = get('尾句', M['尾句'])
    n24 = get('联系人', M['联系人'])
    n25 = get('附件说明', M['附件说明'])
    n26 = get('落款', M['落款'])
    n27 = get('附注', M['附注'])
    n28 = get('附件页', M['附件页'])
    n29 = get('版记', M['版记'])
    n30 = get('版记主送', M['版记主送'])
    n31 = get('印发机关', M['印发机关'])
    n32 = get('印发日期', M['印发日期'])
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
        if n10:
            p1 = n10
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[17],
                p1.encode(),
                C[18],
                ))
            else:
                extend((
                C[17],
                put(p1, S[19], state),
                C[18],
                ))
            pass
        if n11:
            p1 = n11
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[19],
                p1.encode(),
                C[20],
                ))
            else:
                extend((
                C[19],
                put(p1, S[22], state),
                C[20],
                ))
            pass
        if n3:
            p1 = n3
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[21],
                p1.encode(),
                C[22],
                ))
            else:
                extend((
                C[21],
                put(p1, S[25], state),
                C[22],
                ))
            pass
        q1 = items(n12)
        z1 = len(q1)
        meter.enter(z1, 53)
        for i1, k1 in enumerate(q1):
            if not i1 & 63: meter.check()
            extend((
            C[23],
            ))
            pass
        extend((
        put(n13, S[29], state),
        C[24],
        ))
        if n14:
            extend((
            put(n15, S[31], state),
            ))
            pass
        else:
            p1 = n2
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[25],
                p1.encode(),
                C[26],
                ))
            else:
                extend((
                C[25],
                put(p1, S[33], state),
                C[26],
                ))
            pass
        if n16:
            extend((
            C[27],
            ))
            pass
        else:
            extend((
            C[28],
            ))
            pass
        extend((
        C[29],
        ))
        pass
    p1 = n17
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[30],
        p1.encode(),
        C[31],
        ))
    else:
        extend((
        C[30],
        put(p1, S[39], state),
        C[31],
        ))
    if n18:
        p1 = n18
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[32],
            p1.encode(),
            C[33],
            ))
        else:
            extend((
            C[32],
            put(p1, S[41], state),
            C[33],
            ))
        pass
    p1 = n19
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[34],
        p1.encode(),
        C[35],
        ))
    else:
        extend((
        C[34],
        put(p1, S[43], state),
        C[35],
        ))
    q2 = items(n20)
    z2 = len(q2)
    meter.enter(z2, 170)
    for i2, k2 in enumerate(q2):
        if not i2 & 63: meter.check()
        extend((
        C[36],
        ))
        if (compare('gt', z2, 1)):
            p0 = n21
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[37],
                ))
            else:
                extend((
                put(p0, S[46], state),
                C[37],
                ))
            pass
        p0 = (u if k2.__class__ is dict and (u := k2.get('事项', NO)) is not NO else attribute(k2, '事项'))
        if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
            extend((
            p0.encode(),
            C[38],
            ))
        else:
            extend((
            put(p0, S[48], state),
            C[38],
            ))
        if (u if k2.__class__ is dict and (u := k2.get('原定', NO)) is not NO else attribute(k2, '原定')):
            p1 = (u if k2.__class__ is dict and (u := k2.get('原定', NO)) is not NO else attribute(k2, '原定'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[39],
                p1.encode(),
                C[40],
                ))
            else:
                extend((
                C[39],
                put(p1, S[50], state),
                C[40],
                ))
            pass
        p0 = (u if k2.__class__ is dict and (u := k2.get('变', NO)) is not NO else attribute(k2, '变'))
        if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
            extend((
            p0.encode(),
            C[41],
            ))
        else:
            extend((
            put(p0, S[52], state),
            C[41],
            ))
        pass
    q3 = items(n22)
    z3 = len(q3)
    meter.enter(z3, 146)
    for i3, k3 in enumerate(q3):
        if not i3 & 63: meter.check()
        p1 = k3
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[42],
            p1.encode(),
            C[43],
            ))
        else:
            extend((
            C[42],
            put(p1, S[55], state),
            C[43],
            ))
        pass
    if n23:
        p1 = n23
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[44],
            p1.encode(),
            C[45],
            ))
        else:
            extend((
            C[44],
            put(p1, S[58], state),
            C[45],
            ))
        pass
    extend((
    C[46],
    ))
    q4 = items(n24)
    z4 = len(q4)
    meter.enter(z4, 19)
    for i4, k4 in enumerate(q4):
        if not i4 & 63: meter.check()
        p0 = (u if k4.__class__ is dict and (u := k4.get('职务', NO)) is not NO else attribute(k4, '职务'))
        p1 = (u if k4.__class__ is dict and (u := k4.get('姓名', NO)) is not NO else attribute(k4, '姓名'))
        p3 = (u if k4.__class__ is dict and (u := k4.get('电话', NO)) is not NO else attribute(k4, '电话'))
        if p0.__class__ is str and p1.__class__ is str and p3.__class__ is str and len(t := p0 + p1 + p3) < FREE and special(t) is None:
            extend((
            p0.encode(),
            p1.encode(),
            C[47],
            p3.encode(),
            ))
        else:
            extend((
            put(p0, S[61], state),
            put(p1, S[62], state),
            C[47],
            put(p3, S[63], state),
            ))
        if (not (i4 == z4 - 1)):
            extend((
            C[48],
            ))
            pass
        pass
    extend((
    C[49],
    ))
    if n25:
        extend((
        put(n25, S[68], state),
        ))
        pass
    extend((
    put(n26, S[70], state),
    ))
    if n27:
        p1 = n27
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[50],
            p1.encode(),
            C[51],
            ))
        else:
            extend((
            C[50],
            put(p1, S[72], state),
            C[51],
            ))
        pass
    q5 = items(n28)
    z5 = len(q5)
    meter.enter(z5, 395)
    for i5, k5 in enumerate(q5):
        if not i5 & 63: meter.check()
        p1 = (u if k5.__class__ is dict and (u := k5.get('标签', NO)) is not NO else attribute(k5, '标签'))
        p3 = (u if k5.__class__ is dict and (u := k5.get('名称分行', NO)) is not NO else attribute(k5, '名称分行'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[52],
            p1.encode(),
            C[53],
            p3.encode(),
            C[54],
            ))
        else:
            extend((
            C[52],
            put(p1, S[75], state),
            C[53],
            put(p3, S[76], state),
            C[54],
            ))
        pass
    if n29:
        extend((
        C[55],
        ))
        if (n6 or n30):
            extend((
            C[56],
            ))
            if n30:
                p1 = n30
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[57],
                    p1.encode(),
                    C[58],
                    ))
                else:
                    extend((
                    C[57],
                    put(p1, S[81], state),
                    C[58],
                    ))
                pass
            if n6:
                p1 = n6
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[59],
                    p1.encode(),
                    C[60],
                    ))
                else:
                    extend((
                    C[59],
                    put(p1, S[84], state),
                    C[60],
                    ))
                pass
            extend((
            C[61],
            ))
            pass
        p1 = n31
        p3 = n32
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[62],
            p1.encode(),
            C[63],
            p3.encode(),
            C[64],
            ))
        else:
            extend((
            C[62],
            put(p1, S[87], state),
            C[63],
            put(p3, S[88], state),
            C[64],
            ))
        pass
    extend((
    C[65],
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
