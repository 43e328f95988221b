# ruff: noqa
# fmt: off
"""Generated from plan.docx; never edited."""

def fill_8bd34a041c2f058c(get, state, meter, out):
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
    n19 = get('印发通知', M['印发通知'])
    n20 = get('印发语', M['印发语'])
    n21 = get('落款', M['落款'])
    n22 = get('附注', M['附注'])
    n23 = get('方案名称分行', M['方案名称分行'])
    n24 = get('依据句', M['依据句'])
    n25 = get('章', M['章'])
    n26 = get('总体要求分节', M['总体要求分节'])
    n27 = get('节', M['节'])
    n28 = get('总体要求段', M['总体要求段'])
    n29 = get('工作目标', M['工作目标'])
    n30 = get('多个目标', M['多个目标'])
    n31 = get('条', M['条'])
    n32 = get('基本原则', M['基本原则'])
    n33 = get('多条原则', M['多条原则'])
    n34 = get('整治范围', M['整治范围'])
    n35 = get('组织领导', M['组织领导'])
    n36 = get('工作专班', M['工作专班'])
    n37 = get('任务分组', M['任务分组'])
    n38 = get('时间步骤', M['时间步骤'])
    n39 = get('工作要求', M['工作要求'])
    n40 = get('末条', M['末条'])
    n41 = get('附件说明', M['附件说明'])
    n42 = get('附件页', M['附件页'])
    n43 = get('重点任务', M['重点任务'])
    n44 = get('合计句', M['合计句'])
    n45 = get('版记', M['版记'])
    n46 = get('版记主送', M['版记主送'])
    n47 = get('印发机关', M['印发机关'])
    n48 = get('印发日期', M['印发日期'])
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
    if n19:
        p1 = n20
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[34],
            p1.encode(),
            C[35],
            put(n21, S[45], state),
            ))
        else:
            extend((
            C[34],
            put(p1, S[44], state),
            C[35],
            put(n21, S[45], state),
            ))
        if n22:
            p1 = n22
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[36],
                p1.encode(),
                C[37],
                ))
            else:
                extend((
                C[36],
                put(p1, S[47], state),
                C[37],
                ))
            pass
        p1 = n23
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[38],
            p1.encode(),
            C[39],
            ))
        else:
            extend((
            C[38],
            put(p1, S[49], state),
            C[39],
            ))
        pass
    if n24:
        p1 = n24
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[40],
            p1.encode(),
            C[41],
            ))
        else:
            extend((
            C[40],
            put(p1, S[52], state),
            C[41],
            ))
        pass
    p1 = n25
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[42],
        p1.encode(),
        C[43],
        ))
    else:
        extend((
        C[42],
        put(p1, S[54], state),
        C[43],
        ))
    if n26:
        p1 = n27
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[44],
            p1.encode(),
            C[45],
            put(n28, S[57], state),
            ))
        else:
            extend((
            C[44],
            put(p1, S[56], state),
            C[45],
            put(n28, S[57], state),
            ))
        pass
    else:
        extend((
        put(n28, S[59], state),
        ))
        pass
    p1 = n27
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[46],
        p1.encode(),
        C[47],
        ))
    else:
        extend((
        C[46],
        put(p1, S[61], state),
        C[47],
        ))
    q2 = items(n29)
    z2 = len(q2)
    meter.enter(z2, 150)
    for i2, k2 in enumerate(q2):
        if not i2 & 63: meter.check()
        extend((
        C[48],
        ))
        if n30:
            p0 = n31
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[49],
                ))
            else:
                extend((
                put(p0, S[64], state),
                C[49],
                ))
            pass
        p0 = (u if k2.__class__ is dict and (u := k2.get('句', NO)) is not NO else attribute(k2, '句'))
        if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
            extend((
            p0.encode(),
            C[50],
            ))
        else:
            extend((
            put(p0, S[66], state),
            C[50],
            ))
        pass
    if n32:
        p1 = n27
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
        q3 = items(n32)
        z3 = len(q3)
        meter.enter(z3, 150)
        for i3, k3 in enumerate(q3):
            if not i3 & 63: meter.check()
            extend((
            C[53],
            ))
            if n33:
                p0 = n31
                if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    C[54],
                    ))
                else:
                    extend((
                    put(p0, S[72], state),
                    C[54],
                    ))
                pass
            p0 = k3
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[55],
                ))
            else:
                extend((
                put(p0, S[74], state),
                C[55],
                ))
            pass
        pass
    p1 = n27
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[56],
        p1.encode(),
        C[57],
        ))
    else:
        extend((
        C[56],
        put(p1, S[77], state),
        C[57],
        ))
    q4 = items(n34)
    z4 = len(q4)
    meter.enter(z4, 4)
    for i4, k4 in enumerate(q4):
        if not i4 & 63: meter.check()
        p0 = (u if k4.__class__ is dict and (u := k4.get('开头', NO)) is not NO else attribute(k4, '开头'))
        p1 = (u if k4.__class__ is dict and (u := k4.get('对象', NO)) is not NO else attribute(k4, '对象'))
        if p0.__class__ is str and p1.__class__ is str and len(t := p0 + p1) < FREE and special(t) is None:
            extend((
            p0.encode(),
            p1.encode(),
            ))
        else:
            extend((
            put(p0, S[79], state),
            put(p1, S[80], state),
            ))
        if ((u if k4.__class__ is dict and (u := k4.get('数量', NO)) is not NO else attribute(k4, '数量')) or ((u if k4.__class__ is dict and (u := k4.get('数量', NO)) is not NO else attribute(k4, '数量')) == 0)):
            p0 = (u if k4.__class__ is dict and (u := k4.get('数量', NO)) is not NO else attribute(k4, '数量'))
            p1 = (u if k4.__class__ is dict and (u := k4.get('单位', NO)) is not NO else attribute(k4, '单位'))
            if p0.__class__ is str and p1.__class__ is str and len(t := p0 + p1) < FREE and special(t) is None:
                extend((
                p0.encode(),
                p1.encode(),
                ))
            else:
                extend((
                put(p0, S[82], state),
                put(p1, S[83], state),
                ))
            pass
        p0 = (u if k4.__class__ is dict and (u := k4.get('接', NO)) is not NO else attribute(k4, '接'))
        if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
            extend((
            p0.encode(),
            ))
        else:
            extend((
            put(p0, S[85], state),
            ))
        pass
    p1 = n25
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[58],
        p1.encode(),
        C[59],
        ))
    else:
        extend((
        C[58],
        put(p1, S[87], state),
        C[59],
        ))
    q5 = items((u if n35.__class__ is dict and (u := n35.get('组长', NO)) is not NO else attribute(n35, '组长')))
    z5 = len(q5)
    meter.enter(z5, 7)
    for i5, k5 in enumerate(q5):
        if not i5 & 63: meter.check()
        p0 = (u if k5.__class__ is dict and (u := k5.get('全', NO)) is not NO else attribute(k5, '全'))
        if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
            extend((
            p0.encode(),
            ))
        else:
            extend((
            put(p0, S[89], state),
            ))
        if (not (i5 == z5 - 1)):
            extend((
            C[60],
            ))
            pass
        pass
    extend((
    C[61],
    ))
    if (u if n35.__class__ is dict and (u := n35.get('副组长', NO)) is not NO else attribute(n35, '副组长')):
        extend((
        C[62],
        ))
        q6 = items((u if n35.__class__ is dict and (u := n35.get('副组长', NO)) is not NO else attribute(n35, '副组长')))
        z6 = len(q6)
        meter.enter(z6, 7)
        for i6, k6 in enumerate(q6):
            if not i6 & 63: meter.check()
            p0 = (u if k6.__class__ is dict and (u := k6.get('全', NO)) is not NO else attribute(k6, '全'))
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                ))
            else:
                extend((
                put(p0, S[95], state),
                ))
            if (not (i6 == z6 - 1)):
                extend((
                C[63],
                ))
                pass
            pass
        extend((
        C[64],
        ))
        pass
    if (u if n35.__class__ is dict and (u := n35.get('成员', NO)) is not NO else attribute(n35, '成员')):
        extend((
        C[65],
        ))
        q7 = items((u if n35.__class__ is dict and (u := n35.get('成员', NO)) is not NO else attribute(n35, '成员')))
        z7 = len(q7)
        meter.enter(z7, 7)
        for i7, k7 in enumerate(q7):
            if not i7 & 63: meter.check()
            p0 = (u if k7.__class__ is dict and (u := k7.get('全', NO)) is not NO else attribute(k7, '全'))
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                ))
            else:
                extend((
                put(p0, S[102], state),
                ))
            if (not (i7 == z7 - 1)):
                extend((
                C[66],
                ))
                pass
            pass
        extend((
        C[67],
        ))
        pass
    if (u if n35.__class__ is dict and (u := n35.get('办公室设在', NO)) is not NO else attribute(n35, '办公室设在')):
        p1 = (u if n35.__class__ is dict and (u := n35.get('办公室设在', NO)) is not NO else attribute(n35, '办公室设在'))
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[68],
            p1.encode(),
            ))
        else:
            extend((
            C[68],
            put(p1, S[108], state),
            ))
        if (u if n35.__class__ is dict and (u := n35.get('办公室主任', NO)) is not NO else attribute(n35, '办公室主任')):
            p1 = (u if n35.__class__ is dict and (u := n35.get('办公室主任', NO)) is not NO else attribute(n35, '办公室主任'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[69],
                p1.encode(),
                C[70],
                ))
            else:
                extend((
                C[69],
                put(p1, S[110], state),
                C[70],
                ))
            pass
        if (u if n35.__class__ is dict and (u := n35.get('联络员', NO)) is not NO else attribute(n35, '联络员')):
            p1 = (u if n35.__class__ is dict and (u := n35.get('联络员', NO)) is not NO else attribute(n35, '联络员'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[71],
                p1.encode(),
                ))
            else:
                extend((
                C[71],
                put(p1, S[113], state),
                ))
            pass
        extend((
        C[72],
        ))
        pass
    q8 = items(n36)
    z8 = len(q8)
    meter.enter(z8, 186)
    for i8, k8 in enumerate(q8):
        if not i8 & 63: meter.check()
        p1 = n31
        p3 = (u if k8.__class__ is dict and (u := k8.get('名称', NO)) is not NO else attribute(k8, '名称'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[73],
            p1.encode(),
            C[74],
            p3.encode(),
            ))
        else:
            extend((
            C[73],
            put(p1, S[117], state),
            C[74],
            put(p3, S[118], state),
            ))
        if (u if k8.__class__ is dict and (u := k8.get('牵头单位', NO)) is not NO else attribute(k8, '牵头单位')):
            p1 = (u if k8.__class__ is dict and (u := k8.get('牵头单位', NO)) is not NO else attribute(k8, '牵头单位'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[75],
                p1.encode(),
                C[76],
                ))
            else:
                extend((
                C[75],
                put(p1, S[120], state),
                C[76],
                ))
            pass
        if (u if k8.__class__ is dict and (u := k8.get('成员单位', NO)) is not NO else attribute(k8, '成员单位')):
            p1 = (u if k8.__class__ is dict and (u := k8.get('成员单位', NO)) is not NO else attribute(k8, '成员单位'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[77],
                p1.encode(),
                ))
            else:
                extend((
                C[77],
                put(p1, S[123], state),
                ))
            pass
        extend((
        C[78],
        ))
        if (u if k8.__class__ is dict and (u := k8.get('职责', NO)) is not NO else attribute(k8, '职责')):
            p0 = (u if k8.__class__ is dict and (u := k8.get('职责句', NO)) is not NO else attribute(k8, '职责句'))
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                ))
            else:
                extend((
                put(p0, S[126], state),
                ))
            pass
        extend((
        C[79],
        ))
        pass
    p1 = n25
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[80],
        p1.encode(),
        C[81],
        ))
    else:
        extend((
        C[80],
        put(p1, S[129], state),
        C[81],
        ))
    q9 = items(n37)
    z9 = len(q9)
    meter.enter(z9, 155)
    for i9, k9 in enumerate(q9):
        if not i9 & 63: meter.check()
        if (u if k9.__class__ is dict and (u := k9.get('领域', NO)) is not NO else attribute(k9, '领域')):
            p1 = n27
            p3 = (u if k9.__class__ is dict and (u := k9.get('领域', NO)) is not NO else attribute(k9, '领域'))
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[82],
                p1.encode(),
                C[83],
                p3.encode(),
                C[84],
                ))
            else:
                extend((
                C[82],
                put(p1, S[132], state),
                C[83],
                put(p3, S[133], state),
                C[84],
                ))
            q10 = items((u if k9.__class__ is dict and (u := k9.get('任务', NO)) is not NO else attribute(k9, '任务')))
            z10 = len(q10)
            meter.enter(z10, 231)
            for i10, k10 in enumerate(q10):
                if not i10 & 63: meter.check()
                p1 = n31
                p3 = (u if k10.__class__ is dict and (u := k10.get('任务句', NO)) is not NO else attribute(k10, '任务句'))
                if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                    extend((
                    C[85],
                    p1.encode(),
                    C[86],
                    p3.encode(),
                    ))
                else:
                    extend((
                    C[85],
                    put(p1, S[135], state),
                    C[86],
                    put(p3, S[136], state),
                    ))
                if (u if k10.__class__ is dict and (u := k10.get('工作措施', NO)) is not NO else attribute(k10, '工作措施')):
                    p0 = (u if k10.__class__ is dict and (u := k10.get('措施句', NO)) is not NO else attribute(k10, '措施句'))
                    if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                        extend((
                        p0.encode(),
                        ))
                    else:
                        extend((
                        put(p0, S[138], state),
                        ))
                    pass
                p1 = (u if k10.__class__ is dict and (u := k10.get('牵头单位', NO)) is not NO else attribute(k10, '牵头单位'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[87],
                    p1.encode(),
                    ))
                else:
                    extend((
                    C[87],
                    put(p1, S[140], state),
                    ))
                if (u if k10.__class__ is dict and (u := k10.get('责任单位', NO)) is not NO else attribute(k10, '责任单位')):
                    p1 = (u if k10.__class__ is dict and (u := k10.get('责任单位', NO)) is not NO else attribute(k10, '责任单位'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[88],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[88],
                        put(p1, S[142], state),
                        ))
                    pass
                if (u if k10.__class__ is dict and (u := k10.get('责任领导', NO)) is not NO else attribute(k10, '责任领导')):
                    p1 = (u if k10.__class__ is dict and (u := k10.get('责任领导', NO)) is not NO else attribute(k10, '责任领导'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[89],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[89],
                        put(p1, S[145], state),
                        ))
                    pass
                p1 = (u if k10.__class__ is dict and (u := k10.get('完成时限', NO)) is not NO else attribute(k10, '完成时限'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[90],
                    p1.encode(),
                    C[91],
                    ))
                else:
                    extend((
                    C[90],
                    put(p1, S[147], state),
                    C[91],
                    ))
                pass
            pass
        else:
            q11 = items((u if k9.__class__ is dict and (u := k9.get('任务', NO)) is not NO else attribute(k9, '任务')))
            z11 = len(q11)
            meter.enter(z11, 231)
            for i11, k11 in enumerate(q11):
                if not i11 & 63: meter.check()
                p1 = n31
                p3 = (u if k11.__class__ is dict and (u := k11.get('任务句', NO)) is not NO else attribute(k11, '任务句'))
                if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                    extend((
                    C[92],
                    p1.encode(),
                    C[93],
                    p3.encode(),
                    ))
                else:
                    extend((
                    C[92],
                    put(p1, S[151], state),
                    C[93],
                    put(p3, S[152], state),
                    ))
                if (u if k11.__class__ is dict and (u := k11.get('工作措施', NO)) is not NO else attribute(k11, '工作措施')):
                    p0 = (u if k11.__class__ is dict and (u := k11.get('措施句', NO)) is not NO else attribute(k11, '措施句'))
                    if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                        extend((
                        p0.encode(),
                        ))
                    else:
                        extend((
                        put(p0, S[154], state),
                        ))
                    pass
                p1 = (u if k11.__class__ is dict and (u := k11.get('牵头单位', NO)) is not NO else attribute(k11, '牵头单位'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[94],
                    p1.encode(),
                    ))
                else:
                    extend((
                    C[94],
                    put(p1, S[156], state),
                    ))
                if (u if k11.__class__ is dict and (u := k11.get('责任单位', NO)) is not NO else attribute(k11, '责任单位')):
                    p1 = (u if k11.__class__ is dict and (u := k11.get('责任单位', NO)) is not NO else attribute(k11, '责任单位'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[95],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[95],
                        put(p1, S[158], state),
                        ))
                    pass
                if (u if k11.__class__ is dict and (u := k11.get('责任领导', NO)) is not NO else attribute(k11, '责任领导')):
                    p1 = (u if k11.__class__ is dict and (u := k11.get('责任领导', NO)) is not NO else attribute(k11, '责任领导'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[96],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[96],
                        put(p1, S[161], state),
                        ))
                    pass
                p1 = (u if k11.__class__ is dict and (u := k11.get('完成时限', NO)) is not NO else attribute(k11, '完成时限'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[97],
                    p1.encode(),
                    C[98],
                    ))
                else:
                    extend((
                    C[97],
                    put(p1, S[163], state),
                    C[98],
                    ))
                pass
            pass
        pass
    p1 = n25
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[99],
        p1.encode(),
        C[100],
        ))
    else:
        extend((
        C[99],
        put(p1, S[167], state),
        C[100],
        ))
    q12 = items(n38)
    z12 = len(q12)
    meter.enter(z12, 280)
    for i12, k12 in enumerate(q12):
        if not i12 & 63: meter.check()
        p1 = n27
        p3 = (u if k12.__class__ is dict and (u := k12.get('名', NO)) is not NO else attribute(k12, '名'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[101],
            p1.encode(),
            C[102],
            p3.encode(),
            ))
        else:
            extend((
            C[101],
            put(p1, S[169], state),
            C[102],
            put(p3, S[170], state),
            ))
        if (u if k12.__class__ is dict and (u := k12.get('期', NO)) is not NO else attribute(k12, '期')):
            p1 = (u if k12.__class__ is dict and (u := k12.get('期', NO)) is not NO else attribute(k12, '期'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[103],
                p1.encode(),
                C[104],
                ))
            else:
                extend((
                C[103],
                put(p1, S[172], state),
                C[104],
                ))
            pass
        p1 = (u if k12.__class__ is dict and (u := k12.get('工作内容', NO)) is not NO else attribute(k12, '工作内容'))
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[105],
            p1.encode(),
            C[106],
            ))
        else:
            extend((
            C[105],
            put(p1, S[174], state),
            C[106],
            ))
        pass
    p1 = n25
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[107],
        p1.encode(),
        C[108],
        ))
    else:
        extend((
        C[107],
        put(p1, S[176], state),
        C[108],
        ))
    q13 = items(n39)
    z13 = len(q13)
    meter.enter(z13, 268)
    for i13, k13 in enumerate(q13):
        if not i13 & 63: meter.check()
        p1 = n27
        p3 = (u if k13.__class__ is dict and (u := k13.get('题', NO)) is not NO else attribute(k13, '题'))
        p5 = (u if k13.__class__ is dict and (u := k13.get('文', NO)) is not NO else attribute(k13, '文'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
            extend((
            C[109],
            p1.encode(),
            C[110],
            p3.encode(),
            C[111],
            p5.encode(),
            C[112],
            ))
        else:
            extend((
            C[109],
            put(p1, S[178], state),
            C[110],
            put(p3, S[179], state),
            C[111],
            put(p5, S[180], state),
            C[112],
            ))
        pass
    p1 = n27
    p3 = (u if n40.__class__ is dict and (u := n40.get('题', NO)) is not NO else attribute(n40, '题'))
    p5 = (u if n40.__class__ is dict and (u := n40.get('文', NO)) is not NO else attribute(n40, '文'))
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
        extend((
        C[113],
        p1.encode(),
        C[114],
        p3.encode(),
        C[115],
        p5.encode(),
        C[116],
        ))
    else:
        extend((
        C[113],
        put(p1, S[182], state),
        C[114],
        put(p3, S[183], state),
        C[115],
        put(p5, S[184], state),
        C[116],
        ))
    if n41:
        extend((
        put(n41, S[186], state),
        ))
        pass
    if (not n19):
        extend((
        put(n21, S[189], state),
        ))
        pass
    q14 = items(n42)
    z14 = len(q14)
    meter.enter(z14, 5984)
    for i14, k14 in enumerate(q14):
        if not i14 & 63: meter.check()
        if ((u if k14.__class__ is dict and (u := k14.get('种类', NO)) is not NO else attribute(k14, '种类')) == '任务分解表'):
            p1 = (u if k14.__class__ is dict and (u := k14.get('标签', NO)) is not NO else attribute(k14, '标签'))
            p3 = (u if k14.__class__ is dict and (u := k14.get('名称分行', NO)) is not NO else attribute(k14, '名称分行'))
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[117],
                p1.encode(),
                C[118],
                p3.encode(),
                C[119],
                ))
            else:
                extend((
                C[117],
                put(p1, S[193], state),
                C[118],
                put(p3, S[194], state),
                C[119],
                ))
            q15 = items(n43)
            z15 = len(q15)
            meter.enter(z15, 3117)
            for i15, k15 in enumerate(q15):
                if not i15 & 63: meter.check()
                p1 = (u if k15.__class__ is dict and (u := k15.get('序号', NO)) is not NO else attribute(k15, '序号'))
                p3 = (u if k15.__class__ is dict and (u := k15.get('重点领域', NO)) is not NO else attribute(k15, '重点领域'))
                p5 = (u if k15.__class__ is dict and (u := k15.get('重点任务', NO)) is not NO else attribute(k15, '重点任务'))
                p7 = (u if k15.__class__ is dict and (u := k15.get('工作措施', NO)) is not NO else attribute(k15, '工作措施'))
                p9 = (u if k15.__class__ is dict and (u := k15.get('责任领导', NO)) is not NO else attribute(k15, '责任领导'))
                p11 = (u if k15.__class__ is dict and (u := k15.get('牵头单位', NO)) is not NO else attribute(k15, '牵头单位'))
                if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
                    extend((
                    C[120],
                    p1.encode(),
                    C[121],
                    p3.encode(),
                    C[122],
                    p5.encode(),
                    C[123],
                    p7.encode(),
                    C[124],
                    p9.encode(),
                    C[125],
                    p11.encode(),
                    ))
                else:
                    extend((
                    C[120],
                    put(p1, S[196], state),
                    C[121],
                    put(p3, S[197], state),
                    C[122],
                    put(p5, S[198], state),
                    C[123],
                    put(p7, S[199], state),
                    C[124],
                    put(p9, S[200], state),
                    C[125],
                    put(p11, S[201], state),
                    ))
                if (u if k15.__class__ is dict and (u := k15.get('责任人', NO)) is not NO else attribute(k15, '责任人')):
                    p1 = (u if k15.__class__ is dict and (u := k15.get('责任人', NO)) is not NO else attribute(k15, '责任人'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[126],
                        p1.encode(),
                        C[127],
                        ))
                    else:
                        extend((
                        C[126],
                        put(p1, S[203], state),
                        C[127],
                        ))
                    pass
                p1 = (u if k15.__class__ is dict and (u := k15.get('责任单位', NO)) is not NO else attribute(k15, '责任单位'))
                p3 = (u if k15.__class__ is dict and (u := k15.get('时限', NO)) is not NO else attribute(k15, '时限'))
                p5 = (u if k15.__class__ is dict and (u := k15.get('成果形式', NO)) is not NO else attribute(k15, '成果形式'))
                p7 = (u if k15.__class__ is dict and (u := k15.get('进展', NO)) is not NO else attribute(k15, '进展'))
                p9 = (u if k15.__class__ is dict and (u := k15.get('状态', NO)) is not NO else attribute(k15, '状态'))
                p11 = (u if k15.__class__ is dict and (u := k15.get('出处', NO)) is not NO else attribute(k15, '出处'))
                p13 = (u if k15.__class__ is dict and (u := k15.get('说明', NO)) is not NO else attribute(k15, '说明'))
                if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13) < FREE and special(t) is None:
                    extend((
                    C[128],
                    p1.encode(),
                    C[129],
                    p3.encode(),
                    C[130],
                    p5.encode(),
                    C[131],
                    p7.encode(),
                    C[132],
                    p9.encode(),
                    C[133],
                    p11.encode(),
                    C[134],
                    p13.encode(),
                    C[135],
                    ))
                else:
                    extend((
                    C[128],
                    put(p1, S[205], state),
                    C[129],
                    put(p3, S[206], state),
                    C[130],
                    put(p5, S[207], state),
                    C[131],
                    put(p7, S[208], state),
                    C[132],
                    put(p9, S[209], state),
                    C[133],
                    put(p11, S[210], state),
                    C[134],
                    put(p13, S[211], state),
                    C[135],
                    ))
                pass
            p1 = n44
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[136],
                p1.encode(),
                C[137],
                ))
            else:
                extend((
                C[136],
                put(p1, S[213], state),
                C[137],
                ))
            pass
        else:
            p1 = (u if k14.__class__ is dict and (u := k14.get('标签', NO)) is not NO else attribute(k14, '标签'))
            p3 = (u if k14.__class__ is dict and (u := k14.get('名称分行', NO)) is not NO else attribute(k14, '名称分行'))
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[138],
                p1.encode(),
                C[139],
                p3.encode(),
                C[140],
                ))
            else:
                extend((
                C[138],
                put(p1, S[215], state),
                C[139],
                put(p3, S[216], state),
                C[140],
                ))
            pass
        pass
    if n45:
        extend((
        C[141],
        ))
        if (n6 or n46):
            extend((
            C[142],
            ))
            if n46:
                p1 = n46
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[143],
                    p1.encode(),
                    C[144],
                    ))
                else:
                    extend((
                    C[143],
                    put(p1, S[222], state),
                    C[144],
                    ))
                pass
            if n6:
                p1 = n6
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[145],
                    p1.encode(),
                    C[146],
                    ))
                else:
                    extend((
                    C[145],
                    put(p1, S[225], state),
                    C[146],
                    ))
                pass
            extend((
            C[147],
            ))
            pass
        p1 = n47
        p3 = n48
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[148],
            p1.encode(),
            C[149],
            p3.encode(),
            C[150],
            ))
        else:
            extend((
            C[148],
            put(p1, S[228], state),
            C[149],
            put(p3, S[229], state),
            C[150],
            ))
        pass
    extend((
    C[151],
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
