# ruff: noqa
# fmt: off
"""Generated from talk_notice.docx; never edited."""

def fill_5be85be8c7b8e767(get, state, meter, out):
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
    n20 = get('是约谈', M['是约谈'])
    n21 = get('章', M['章'])
    n22 = get('约谈时间', M['约谈时间'])
    n23 = get('约谈地点', M['约谈地点'])
    n24 = get('约谈人名单', M['约谈人名单'])
    n25 = get('被约谈人名单', M['被约谈人名单'])
    n26 = get('参加人员', M['参加人员'])
    n27 = get('参加名单', M['参加名单'])
    n28 = get('问题事实', M['问题事实'])
    n29 = get('节', M['节'])
    n30 = get('要求', M['要求'])
    n31 = get('报告时限', M['报告时限'])
    n32 = get('联系人', M['联系人'])
    n33 = get('附件说明', M['附件说明'])
    n34 = get('落款', M['落款'])
    n35 = get('附注', M['附注'])
    n36 = get('版记', M['版记'])
    n37 = get('版记主送', M['版记主送'])
    n38 = get('印发机关', M['印发机关'])
    n39 = get('印发日期', M['印发日期'])
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
    if n20:
        p1 = n21
        p3 = n22
        p5 = n23
        p7 = n21
        p9 = n24
        p11 = n25
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
            extend((
            C[36],
            p1.encode(),
            C[37],
            p3.encode(),
            C[38],
            p5.encode(),
            C[39],
            p7.encode(),
            C[40],
            p9.encode(),
            C[41],
            p11.encode(),
            C[42],
            ))
        else:
            extend((
            C[36],
            put(p1, S[45], state),
            C[37],
            put(p3, S[46], state),
            C[38],
            put(p5, S[47], state),
            C[39],
            put(p7, S[48], state),
            C[40],
            put(p9, S[49], state),
            C[41],
            put(p11, S[50], state),
            C[42],
            ))
        if n26:
            p1 = n27
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[43],
                p1.encode(),
                C[44],
                ))
            else:
                extend((
                C[43],
                put(p1, S[52], state),
                C[44],
                ))
            pass
        pass
    if n28:
        p1 = n21
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[45],
            p1.encode(),
            C[46],
            ))
        else:
            extend((
            C[45],
            put(p1, S[56], state),
            C[46],
            ))
        q2 = items(n28)
        z2 = len(q2)
        meter.enter(z2, 155)
        for i2, k2 in enumerate(q2):
            if not i2 & 63: meter.check()
            extend((
            C[47],
            ))
            if (compare('gt', z2, 1)):
                p1 = n29
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[48],
                    p1.encode(),
                    C[49],
                    ))
                else:
                    extend((
                    C[48],
                    put(p1, S[59], state),
                    C[49],
                    ))
                pass
            p0 = k2
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[50],
                ))
            else:
                extend((
                put(p0, S[61], state),
                C[50],
                ))
            pass
        pass
    p1 = n21
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[51],
        p1.encode(),
        C[52],
        ))
    else:
        extend((
        C[51],
        put(p1, S[64], state),
        C[52],
        ))
    q3 = items(n30)
    z3 = len(q3)
    meter.enter(z3, 155)
    for i3, k3 in enumerate(q3):
        if not i3 & 63: meter.check()
        extend((
        C[53],
        ))
        if (compare('gt', z3, 1)):
            p1 = n29
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[54],
                p1.encode(),
                C[55],
                ))
            else:
                extend((
                C[54],
                put(p1, S[67], state),
                C[55],
                ))
            pass
        p0 = k3
        if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
            extend((
            p0.encode(),
            C[56],
            ))
        else:
            extend((
            put(p0, S[69], state),
            C[56],
            ))
        pass
    if n31:
        p1 = n31
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[57],
            p1.encode(),
            C[58],
            ))
        else:
            extend((
            C[57],
            put(p1, S[72], state),
            C[58],
            ))
        pass
    q4 = items(n32)
    z4 = len(q4)
    meter.enter(z4, 173)
    for i4, k4 in enumerate(q4):
        if not i4 & 63: meter.check()
        p1 = (u if k4.__class__ is dict and (u := k4.get('姓名', NO)) is not NO else attribute(k4, '姓名'))
        p3 = (u if k4.__class__ is dict and (u := k4.get('电话', NO)) is not NO else attribute(k4, '电话'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[59],
            p1.encode(),
            C[60],
            p3.encode(),
            C[61],
            ))
        else:
            extend((
            C[59],
            put(p1, S[75], state),
            C[60],
            put(p3, S[76], state),
            C[61],
            ))
        pass
    if n33:
        extend((
        put(n33, S[79], state),
        ))
        pass
    extend((
    put(n34, S[81], state),
    ))
    if n35:
        p1 = n35
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[62],
            p1.encode(),
            C[63],
            ))
        else:
            extend((
            C[62],
            put(p1, S[83], state),
            C[63],
            ))
        pass
    if n36:
        extend((
        C[64],
        ))
        if (n6 or n37):
            extend((
            C[65],
            ))
            if n37:
                p1 = n37
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[66],
                    p1.encode(),
                    C[67],
                    ))
                else:
                    extend((
                    C[66],
                    put(p1, S[88], state),
                    C[67],
                    ))
                pass
            if n6:
                p1 = n6
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[68],
                    p1.encode(),
                    C[69],
                    ))
                else:
                    extend((
                    C[68],
                    put(p1, S[91], state),
                    C[69],
                    ))
                pass
            extend((
            C[70],
            ))
            pass
        p1 = n38
        p3 = n39
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[71],
            p1.encode(),
            C[72],
            p3.encode(),
            C[73],
            ))
        else:
            extend((
            C[71],
            put(p1, S[94], state),
            C[72],
            put(p3, S[95], state),
            C[73],
            ))
        pass
    extend((
    C[74],
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
