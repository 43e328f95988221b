# ruff: noqa
# fmt: off
"""Generated from plan-telegram.docx; never edited."""

def fill_5c201da15d1d2bb8(get, state, meter, out):
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
    n10 = get('发文机关标志', M['发文机关标志'])
    n11 = get('电报', M['电报'])
    n12 = get('红色', M['红色'])
    n13 = get('标题分行', M['标题分行'])
    n14 = get('主送', M['主送'])
    n15 = get('印发通知', M['印发通知'])
    n16 = get('印发语', M['印发语'])
    n17 = get('落款', M['落款'])
    n18 = get('附注', M['附注'])
    n19 = get('方案名称分行', M['方案名称分行'])
    n20 = get('依据句', M['依据句'])
    n21 = get('章', M['章'])
    n22 = get('总体要求分节', M['总体要求分节'])
    n23 = get('节', M['节'])
    n24 = get('总体要求段', M['总体要求段'])
    n25 = get('工作目标', M['工作目标'])
    n26 = get('多个目标', M['多个目标'])
    n27 = get('条', M['条'])
    n28 = get('基本原则', M['基本原则'])
    n29 = get('多条原则', M['多条原则'])
    n30 = get('整治范围', M['整治范围'])
    n31 = get('组织领导', M['组织领导'])
    n32 = get('工作专班', M['工作专班'])
    n33 = get('任务分组', M['任务分组'])
    n34 = get('时间步骤', M['时间步骤'])
    n35 = get('工作要求', M['工作要求'])
    n36 = get('末条', M['末条'])
    n37 = get('附件说明', M['附件说明'])
    n38 = get('附件页', M['附件页'])
    n39 = get('重点任务', M['重点任务'])
    n40 = get('合计句', M['合计句'])
    n41 = get('版记', M['版记'])
    n42 = get('版记主送', M['版记主送'])
    n43 = get('印发机关', M['印发机关'])
    n44 = get('印发日期', M['印发日期'])
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
        p3 = (u if n11.__class__ is dict and (u := n11.get('发往', NO)) is not NO else attribute(n11, '发往'))
        p5 = (u if n11.__class__ is dict and (u := n11.get('签批盖章', NO)) is not NO else attribute(n11, '签批盖章'))
        p7 = (u if n11.__class__ is dict and (u := n11.get('等级', NO)) is not NO else attribute(n11, '等级'))
        p9 = (u if n11.__class__ is dict and (u := n11.get('编号', NO)) is not NO else attribute(n11, '编号'))
        if p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and len(t := p3 + p5 + p7 + p9) < FREE and special(t) is None:
            extend((
            C[17],
            put(n10, S[18], state),
            C[18],
            p3.encode(),
            C[19],
            p5.encode(),
            C[20],
            p7.encode(),
            C[21],
            p9.encode(),
            C[22],
            ))
        else:
            extend((
            C[17],
            put(n10, S[18], state),
            C[18],
            put(p3, S[19], state),
            C[19],
            put(p5, S[20], state),
            C[20],
            put(p7, S[21], state),
            C[21],
            put(p9, S[22], state),
            C[22],
            ))
        if n12:
            extend((
            C[23],
            ))
            pass
        else:
            extend((
            C[24],
            ))
            pass
        extend((
        C[25],
        ))
        pass
    p1 = n13
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[26],
        p1.encode(),
        C[27],
        ))
    else:
        extend((
        C[26],
        put(p1, S[27], state),
        C[27],
        ))
    if n14:
        p1 = n14
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[28],
            p1.encode(),
            C[29],
            ))
        else:
            extend((
            C[28],
            put(p1, S[29], state),
            C[29],
            ))
        pass
    if n15:
        p1 = n16
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[30],
            p1.encode(),
            C[31],
            put(n17, S[33], state),
            ))
        else:
            extend((
            C[30],
            put(p1, S[32], state),
            C[31],
            put(n17, S[33], state),
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
                put(p1, S[35], state),
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
            put(p1, S[37], state),
            C[35],
            ))
        pass
    if n20:
        p1 = n20
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[36],
            p1.encode(),
            C[37],
            ))
        else:
            extend((
            C[36],
            put(p1, S[40], state),
            C[37],
            ))
        pass
    p1 = n21
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[38],
        p1.encode(),
        C[39],
        ))
    else:
        extend((
        C[38],
        put(p1, S[42], state),
        C[39],
        ))
    if n22:
        p1 = n23
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[40],
            p1.encode(),
            C[41],
            put(n24, S[45], state),
            ))
        else:
            extend((
            C[40],
            put(p1, S[44], state),
            C[41],
            put(n24, S[45], state),
            ))
        pass
    else:
        extend((
        put(n24, S[47], state),
        ))
        pass
    p1 = n23
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[42],
        p1.encode(),
        C[43],
        ))
    else:
        extend((
        C[42],
        put(p1, S[49], state),
        C[43],
        ))
    q1 = items(n25)
    z1 = len(q1)
    meter.enter(z1, 150)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        extend((
        C[44],
        ))
        if n26:
            p0 = n27
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[45],
                ))
            else:
                extend((
                put(p0, S[52], state),
                C[45],
                ))
            pass
        p0 = (u if k1.__class__ is dict and (u := k1.get('句', NO)) is not NO else attribute(k1, '句'))
        if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
            extend((
            p0.encode(),
            C[46],
            ))
        else:
            extend((
            put(p0, S[54], state),
            C[46],
            ))
        pass
    if n28:
        p1 = n23
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[47],
            p1.encode(),
            C[48],
            ))
        else:
            extend((
            C[47],
            put(p1, S[57], state),
            C[48],
            ))
        q2 = items(n28)
        z2 = len(q2)
        meter.enter(z2, 150)
        for i2, k2 in enumerate(q2):
            if not i2 & 63: meter.check()
            extend((
            C[49],
            ))
            if n29:
                p0 = n27
                if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    C[50],
                    ))
                else:
                    extend((
                    put(p0, S[60], state),
                    C[50],
                    ))
                pass
            p0 = k2
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[51],
                ))
            else:
                extend((
                put(p0, S[62], state),
                C[51],
                ))
            pass
        pass
    p1 = n23
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[52],
        p1.encode(),
        C[53],
        ))
    else:
        extend((
        C[52],
        put(p1, S[65], state),
        C[53],
        ))
    q3 = items(n30)
    z3 = len(q3)
    meter.enter(z3, 4)
    for i3, k3 in enumerate(q3):
        if not i3 & 63: meter.check()
        p0 = (u if k3.__class__ is dict and (u := k3.get('开头', NO)) is not NO else attribute(k3, '开头'))
        p1 = (u if k3.__class__ is dict and (u := k3.get('对象', NO)) is not NO else attribute(k3, '对象'))
        if p0.__class__ is str and p1.__class__ is str and len(t := p0 + p1) < FREE and special(t) is None:
            extend((
            p0.encode(),
            p1.encode(),
            ))
        else:
            extend((
            put(p0, S[67], state),
            put(p1, S[68], state),
            ))
        if ((u if k3.__class__ is dict and (u := k3.get('数量', NO)) is not NO else attribute(k3, '数量')) or ((u if k3.__class__ is dict and (u := k3.get('数量', NO)) is not NO else attribute(k3, '数量')) == 0)):
            p0 = (u if k3.__class__ is dict and (u := k3.get('数量', NO)) is not NO else attribute(k3, '数量'))
            p1 = (u if k3.__class__ is dict and (u := k3.get('单位', NO)) is not NO else attribute(k3, '单位'))
            if p0.__class__ is str and p1.__class__ is str and len(t := p0 + p1) < FREE and special(t) is None:
                extend((
                p0.encode(),
                p1.encode(),
                ))
            else:
                extend((
                put(p0, S[70], state),
                put(p1, S[71], state),
                ))
            pass
        p0 = (u if k3.__class__ is dict and (u := k3.get('接', NO)) is not NO else attribute(k3, '接'))
        if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
            extend((
            p0.encode(),
            ))
        else:
            extend((
            put(p0, S[73], state),
            ))
        pass
    p1 = n21
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[54],
        p1.encode(),
        C[55],
        ))
    else:
        extend((
        C[54],
        put(p1, S[75], state),
        C[55],
        ))
    q4 = items((u if n31.__class__ is dict and (u := n31.get('组长', NO)) is not NO else attribute(n31, '组长')))
    z4 = len(q4)
    meter.enter(z4, 7)
    for i4, k4 in enumerate(q4):
        if not i4 & 63: meter.check()
        p0 = (u if k4.__class__ is dict and (u := k4.get('全', NO)) is not NO else attribute(k4, '全'))
        if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
            extend((
            p0.encode(),
            ))
        else:
            extend((
            put(p0, S[77], state),
            ))
        if (not (i4 == z4 - 1)):
            extend((
            C[56],
            ))
            pass
        pass
    extend((
    C[57],
    ))
    if (u if n31.__class__ is dict and (u := n31.get('副组长', NO)) is not NO else attribute(n31, '副组长')):
        extend((
        C[58],
        ))
        q5 = items((u if n31.__class__ is dict and (u := n31.get('副组长', NO)) is not NO else attribute(n31, '副组长')))
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
                put(p0, S[83], state),
                ))
            if (not (i5 == z5 - 1)):
                extend((
                C[59],
                ))
                pass
            pass
        extend((
        C[60],
        ))
        pass
    if (u if n31.__class__ is dict and (u := n31.get('成员', NO)) is not NO else attribute(n31, '成员')):
        extend((
        C[61],
        ))
        q6 = items((u if n31.__class__ is dict and (u := n31.get('成员', NO)) is not NO else attribute(n31, '成员')))
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
                put(p0, S[90], state),
                ))
            if (not (i6 == z6 - 1)):
                extend((
                C[62],
                ))
                pass
            pass
        extend((
        C[63],
        ))
        pass
    if (u if n31.__class__ is dict and (u := n31.get('办公室设在', NO)) is not NO else attribute(n31, '办公室设在')):
        p1 = (u if n31.__class__ is dict and (u := n31.get('办公室设在', NO)) is not NO else attribute(n31, '办公室设在'))
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[64],
            p1.encode(),
            ))
        else:
            extend((
            C[64],
            put(p1, S[96], state),
            ))
        if (u if n31.__class__ is dict and (u := n31.get('办公室主任', NO)) is not NO else attribute(n31, '办公室主任')):
            p1 = (u if n31.__class__ is dict and (u := n31.get('办公室主任', NO)) is not NO else attribute(n31, '办公室主任'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[65],
                p1.encode(),
                C[66],
                ))
            else:
                extend((
                C[65],
                put(p1, S[98], state),
                C[66],
                ))
            pass
        if (u if n31.__class__ is dict and (u := n31.get('联络员', NO)) is not NO else attribute(n31, '联络员')):
            p1 = (u if n31.__class__ is dict and (u := n31.get('联络员', NO)) is not NO else attribute(n31, '联络员'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[67],
                p1.encode(),
                ))
            else:
                extend((
                C[67],
                put(p1, S[101], state),
                ))
            pass
        extend((
        C[68],
        ))
        pass
    q7 = items(n32)
    z7 = len(q7)
    meter.enter(z7, 186)
    for i7, k7 in enumerate(q7):
        if not i7 & 63: meter.check()
        p1 = n27
        p3 = (u if k7.__class__ is dict and (u := k7.get('名称', NO)) is not NO else attribute(k7, '名称'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[69],
            p1.encode(),
            C[70],
            p3.encode(),
            ))
        else:
            extend((
            C[69],
            put(p1, S[105], state),
            C[70],
            put(p3, S[106], state),
            ))
        if (u if k7.__class__ is dict and (u := k7.get('牵头单位', NO)) is not NO else attribute(k7, '牵头单位')):
            p1 = (u if k7.__class__ is dict and (u := k7.get('牵头单位', NO)) is not NO else attribute(k7, '牵头单位'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[71],
                p1.encode(),
                C[72],
                ))
            else:
                extend((
                C[71],
                put(p1, S[108], state),
                C[72],
                ))
            pass
        if (u if k7.__class__ is dict and (u := k7.get('成员单位', NO)) is not NO else attribute(k7, '成员单位')):
            p1 = (u if k7.__class__ is dict and (u := k7.get('成员单位', NO)) is not NO else attribute(k7, '成员单位'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[73],
                p1.encode(),
                ))
            else:
                extend((
                C[73],
                put(p1, S[111], state),
                ))
            pass
        extend((
        C[74],
        ))
        if (u if k7.__class__ is dict and (u := k7.get('职责', NO)) is not NO else attribute(k7, '职责')):
            p0 = (u if k7.__class__ is dict and (u := k7.get('职责句', NO)) is not NO else attribute(k7, '职责句'))
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                ))
            else:
                extend((
                put(p0, S[114], state),
                ))
            pass
        extend((
        C[75],
        ))
        pass
    p1 = n21
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[76],
        p1.encode(),
        C[77],
        ))
    else:
        extend((
        C[76],
        put(p1, S[117], state),
        C[77],
        ))
    q8 = items(n33)
    z8 = len(q8)
    meter.enter(z8, 155)
    for i8, k8 in enumerate(q8):
        if not i8 & 63: meter.check()
        if (u if k8.__class__ is dict and (u := k8.get('领域', NO)) is not NO else attribute(k8, '领域')):
            p1 = n23
            p3 = (u if k8.__class__ is dict and (u := k8.get('领域', NO)) is not NO else attribute(k8, '领域'))
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[78],
                p1.encode(),
                C[79],
                p3.encode(),
                C[80],
                ))
            else:
                extend((
                C[78],
                put(p1, S[120], state),
                C[79],
                put(p3, S[121], state),
                C[80],
                ))
            q9 = items((u if k8.__class__ is dict and (u := k8.get('任务', NO)) is not NO else attribute(k8, '任务')))
            z9 = len(q9)
            meter.enter(z9, 231)
            for i9, k9 in enumerate(q9):
                if not i9 & 63: meter.check()
                p1 = n27
                p3 = (u if k9.__class__ is dict and (u := k9.get('任务句', NO)) is not NO else attribute(k9, '任务句'))
                if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                    extend((
                    C[81],
                    p1.encode(),
                    C[82],
                    p3.encode(),
                    ))
                else:
                    extend((
                    C[81],
                    put(p1, S[123], state),
                    C[82],
                    put(p3, S[124], state),
                    ))
                if (u if k9.__class__ is dict and (u := k9.get('工作措施', NO)) is not NO else attribute(k9, '工作措施')):
                    p0 = (u if k9.__class__ is dict and (u := k9.get('措施句', NO)) is not NO else attribute(k9, '措施句'))
                    if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                        extend((
                        p0.encode(),
                        ))
                    else:
                        extend((
                        put(p0, S[126], state),
                        ))
                    pass
                p1 = (u if k9.__class__ is dict and (u := k9.get('牵头单位', NO)) is not NO else attribute(k9, '牵头单位'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[83],
                    p1.encode(),
                    ))
                else:
                    extend((
                    C[83],
                    put(p1, S[128], state),
                    ))
                if (u if k9.__class__ is dict and (u := k9.get('责任单位', NO)) is not NO else attribute(k9, '责任单位')):
                    p1 = (u if k9.__class__ is dict and (u := k9.get('责任单位', NO)) is not NO else attribute(k9, '责任单位'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[84],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[84],
                        put(p1, S[130], state),
                        ))
                    pass
                if (u if k9.__class__ is dict and (u := k9.get('责任领导', NO)) is not NO else attribute(k9, '责任领导')):
                    p1 = (u if k9.__class__ is dict and (u := k9.get('责任领导', NO)) is not NO else attribute(k9, '责任领导'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[85],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[85],
                        put(p1, S[133], state),
                        ))
                    pass
                p1 = (u if k9.__class__ is dict and (u := k9.get('完成时限', NO)) is not NO else attribute(k9, '完成时限'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[86],
                    p1.encode(),
                    C[87],
                    ))
                else:
                    extend((
                    C[86],
                    put(p1, S[135], state),
                    C[87],
                    ))
                pass
            pass
        else:
            q10 = items((u if k8.__class__ is dict and (u := k8.get('任务', NO)) is not NO else attribute(k8, '任务')))
            z10 = len(q10)
            meter.enter(z10, 231)
            for i10, k10 in enumerate(q10):
                if not i10 & 63: meter.check()
                p1 = n27
                p3 = (u if k10.__class__ is dict and (u := k10.get('任务句', NO)) is not NO else attribute(k10, '任务句'))
                if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                    extend((
                    C[88],
                    p1.encode(),
                    C[89],
                    p3.encode(),
                    ))
                else:
                    extend((
                    C[88],
                    put(p1, S[139], state),
                    C[89],
                    put(p3, S[140], state),
                    ))
                if (u if k10.__class__ is dict and (u := k10.get('工作措施', NO)) is not NO else attribute(k10, '工作措施')):
                    p0 = (u if k10.__class__ is dict and (u := k10.get('措施句', NO)) is not NO else attribute(k10, '措施句'))
                    if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                        extend((
                        p0.encode(),
                        ))
                    else:
                        extend((
                        put(p0, S[142], state),
                        ))
                    pass
                p1 = (u if k10.__class__ is dict and (u := k10.get('牵头单位', NO)) is not NO else attribute(k10, '牵头单位'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[90],
                    p1.encode(),
                    ))
                else:
                    extend((
                    C[90],
                    put(p1, S[144], state),
                    ))
                if (u if k10.__class__ is dict and (u := k10.get('责任单位', NO)) is not NO else attribute(k10, '责任单位')):
                    p1 = (u if k10.__class__ is dict and (u := k10.get('责任单位', NO)) is not NO else attribute(k10, '责任单位'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[91],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[91],
                        put(p1, S[146], state),
                        ))
                    pass
                if (u if k10.__class__ is dict and (u := k10.get('责任领导', NO)) is not NO else attribute(k10, '责任领导')):
                    p1 = (u if k10.__class__ is dict and (u := k10.get('责任领导', NO)) is not NO else attribute(k10, '责任领导'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[92],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[92],
                        put(p1, S[149], state),
                        ))
                    pass
                p1 = (u if k10.__class__ is dict and (u := k10.get('完成时限', NO)) is not NO else attribute(k10, '完成时限'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[93],
                    p1.encode(),
                    C[94],
                    ))
                else:
                    extend((
                    C[93],
                    put(p1, S[151], state),
                    C[94],
                    ))
                pass
            pass
        pass
    p1 = n21
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[95],
        p1.encode(),
        C[96],
        ))
    else:
        extend((
        C[95],
        put(p1, S[155], state),
        C[96],
        ))
    q11 = items(n34)
    z11 = len(q11)
    meter.enter(z11, 280)
    for i11, k11 in enumerate(q11):
        if not i11 & 63: meter.check()
        p1 = n23
        p3 = (u if k11.__class__ is dict and (u := k11.get('名', NO)) is not NO else attribute(k11, '名'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[97],
            p1.encode(),
            C[98],
            p3.encode(),
            ))
        else:
            extend((
            C[97],
            put(p1, S[157], state),
            C[98],
            put(p3, S[158], state),
            ))
        if (u if k11.__class__ is dict and (u := k11.get('期', NO)) is not NO else attribute(k11, '期')):
            p1 = (u if k11.__class__ is dict and (u := k11.get('期', NO)) is not NO else attribute(k11, '期'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[99],
                p1.encode(),
                C[100],
                ))
            else:
                extend((
                C[99],
                put(p1, S[160], state),
                C[100],
                ))
            pass
        p1 = (u if k11.__class__ is dict and (u := k11.get('工作内容', NO)) is not NO else attribute(k11, '工作内容'))
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[101],
            p1.encode(),
            C[102],
            ))
        else:
            extend((
            C[101],
            put(p1, S[162], state),
            C[102],
            ))
        pass
    p1 = n21
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[103],
        p1.encode(),
        C[104],
        ))
    else:
        extend((
        C[103],
        put(p1, S[164], state),
        C[104],
        ))
    q12 = items(n35)
    z12 = len(q12)
    meter.enter(z12, 268)
    for i12, k12 in enumerate(q12):
        if not i12 & 63: meter.check()
        p1 = n23
        p3 = (u if k12.__class__ is dict and (u := k12.get('题', NO)) is not NO else attribute(k12, '题'))
        p5 = (u if k12.__class__ is dict and (u := k12.get('文', NO)) is not NO else attribute(k12, '文'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
            extend((
            C[105],
            p1.encode(),
            C[106],
            p3.encode(),
            C[107],
            p5.encode(),
            C[108],
            ))
        else:
            extend((
            C[105],
            put(p1, S[166], state),
            C[106],
            put(p3, S[167], state),
            C[107],
            put(p5, S[168], state),
            C[108],
            ))
        pass
    p1 = n23
    p3 = (u if n36.__class__ is dict and (u := n36.get('题', NO)) is not NO else attribute(n36, '题'))
    p5 = (u if n36.__class__ is dict and (u := n36.get('文', NO)) is not NO else attribute(n36, '文'))
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
        put(p1, S[170], state),
        C[110],
        put(p3, S[171], state),
        C[111],
        put(p5, S[172], state),
        C[112],
        ))
    if n37:
        extend((
        put(n37, S[174], state),
        ))
        pass
    if (not n15):
        extend((
        put(n17, S[177], state),
        ))
        pass
    q13 = items(n38)
    z13 = len(q13)
    meter.enter(z13, 5984)
    for i13, k13 in enumerate(q13):
        if not i13 & 63: meter.check()
        if ((u if k13.__class__ is dict and (u := k13.get('种类', NO)) is not NO else attribute(k13, '种类')) == '任务分解表'):
            p1 = (u if k13.__class__ is dict and (u := k13.get('标签', NO)) is not NO else attribute(k13, '标签'))
            p3 = (u if k13.__class__ is dict and (u := k13.get('名称分行', NO)) is not NO else attribute(k13, '名称分行'))
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[113],
                p1.encode(),
                C[114],
                p3.encode(),
                C[115],
                ))
            else:
                extend((
                C[113],
                put(p1, S[181], state),
                C[114],
                put(p3, S[182], state),
                C[115],
                ))
            q14 = items(n39)
            z14 = len(q14)
            meter.enter(z14, 3117)
            for i14, k14 in enumerate(q14):
                if not i14 & 63: meter.check()
                p1 = (u if k14.__class__ is dict and (u := k14.get('序号', NO)) is not NO else attribute(k14, '序号'))
                p3 = (u if k14.__class__ is dict and (u := k14.get('重点领域', NO)) is not NO else attribute(k14, '重点领域'))
                p5 = (u if k14.__class__ is dict and (u := k14.get('重点任务', NO)) is not NO else attribute(k14, '重点任务'))
                p7 = (u if k14.__class__ is dict and (u := k14.get('工作措施', NO)) is not NO else attribute(k14, '工作措施'))
                p9 = (u if k14.__class__ is dict and (u := k14.get('责任领导', NO)) is not NO else attribute(k14, '责任领导'))
                p11 = (u if k14.__class__ is dict and (u := k14.get('牵头单位', NO)) is not NO else attribute(k14, '牵头单位'))
                if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
                    extend((
                    C[116],
                    p1.encode(),
                    C[117],
                    p3.encode(),
                    C[118],
                    p5.encode(),
                    C[119],
                    p7.encode(),
                    C[120],
                    p9.encode(),
                    C[121],
                    p11.encode(),
                    ))
                else:
                    extend((
                    C[116],
                    put(p1, S[184], state),
                    C[117],
                    put(p3, S[185], state),
                    C[118],
                    put(p5, S[186], state),
                    C[119],
                    put(p7, S[187], state),
                    C[120],
                    put(p9, S[188], state),
                    C[121],
                    put(p11, S[189], state),
                    ))
                if (u if k14.__class__ is dict and (u := k14.get('责任人', NO)) is not NO else attribute(k14, '责任人')):
                    p1 = (u if k14.__class__ is dict and (u := k14.get('责任人', NO)) is not NO else attribute(k14, '责任人'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[122],
                        p1.encode(),
                        C[123],
                        ))
                    else:
                        extend((
                        C[122],
                        put(p1, S[191], state),
                        C[123],
                        ))
                    pass
                p1 = (u if k14.__class__ is dict and (u := k14.get('责任单位', NO)) is not NO else attribute(k14, '责任单位'))
                p3 = (u if k14.__class__ is dict and (u := k14.get('时限', NO)) is not NO else attribute(k14, '时限'))
                p5 = (u if k14.__class__ is dict and (u := k14.get('成果形式', NO)) is not NO else attribute(k14, '成果形式'))
                p7 = (u if k14.__class__ is dict and (u := k14.get('进展', NO)) is not NO else attribute(k14, '进展'))
                p9 = (u if k14.__class__ is dict and (u := k14.get('状态', NO)) is not NO else attribute(k14, '状态'))
                p11 = (u if k14.__class__ is dict and (u := k14.get('出处', NO)) is not NO else attribute(k14, '出处'))
                p13 = (u if k14.__class__ is dict and (u := k14.get('说明', NO)) is not NO else attribute(k14, '说明'))
                if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13) < FREE and special(t) is None:
                    extend((
                    C[124],
                    p1.encode(),
                    C[125],
                    p3.encode(),
                    C[126],
                    p5.encode(),
                    C[127],
                    p7.encode(),
                    C[128],
                    p9.encode(),
                    C[129],
                    p11.encode(),
                    C[130],
                    p13.encode(),
                    C[131],
                    ))
                else:
                    extend((
                    C[124],
                    put(p1, S[193], state),
                    C[125],
                    put(p3, S[194], state),
                    C[126],
                    put(p5, S[195], state),
                    C[127],
                    put(p7, S[196], state),
                    C[128],
                    put(p9, S[197], state),
                    C[129],
                    put(p11, S[198], state),
                    C[130],
                    put(p13, S[199], state),
                    C[131],
                    ))
                pass
            p1 = n40
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[132],
                p1.encode(),
                C[133],
                ))
            else:
                extend((
                C[132],
                put(p1, S[201], state),
                C[133],
                ))
            pass
        else:
            p1 = (u if k13.__class__ is dict and (u := k13.get('标签', NO)) is not NO else attribute(k13, '标签'))
            p3 = (u if k13.__class__ is dict and (u := k13.get('名称分行', NO)) is not NO else attribute(k13, '名称分行'))
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[134],
                p1.encode(),
                C[135],
                p3.encode(),
                C[136],
                ))
            else:
                extend((
                C[134],
                put(p1, S[203], state),
                C[135],
                put(p3, S[204], state),
                C[136],
                ))
            pass
        pass
    if n41:
        extend((
        C[137],
        ))
        if (n6 or n42):
            extend((
            C[138],
            ))
            if n42:
                p1 = n42
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[139],
                    p1.encode(),
                    C[140],
                    ))
                else:
                    extend((
                    C[139],
                    put(p1, S[210], state),
                    C[140],
                    ))
                pass
            if n6:
                p1 = n6
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[141],
                    p1.encode(),
                    C[142],
                    ))
                else:
                    extend((
                    C[141],
                    put(p1, S[213], state),
                    C[142],
                    ))
                pass
            extend((
            C[143],
            ))
            pass
        p1 = n43
        p3 = n44
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[144],
            p1.encode(),
            C[145],
            p3.encode(),
            C[146],
            ))
        else:
            extend((
            C[144],
            put(p1, S[216], state),
            C[145],
            put(p3, S[217], state),
            C[146],
            ))
        pass
    extend((
    C[147],
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
