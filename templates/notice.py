# ruff: noqa
# fmt: off
"""Generated from notice.docx; never edited."""

def fill_80c0de1d6b59cdc8(get, state, meter, out):
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
    n19 = get('缘由段', M['缘由段'])
    n20 = get('章', M['章'])
    n21 = get('节', M['节'])
    n22 = get('会议时段', M['会议时段'])
    n23 = get('会期', M['会期'])
    n24 = get('签到时间', M['签到时间'])
    n25 = get('签到说明', M['签到说明'])
    n26 = get('会议形式', M['会议形式'])
    n27 = get('地点', M['地点'])
    n28 = get('分会场', M['分会场'])
    n29 = get('分会场逐个列出', M['分会场逐个列出'])
    n30 = get('条', M['条'])
    n31 = get('会议形式说明', M['会议形式说明'])
    n32 = get('会议内容', M['会议内容'])
    n33 = get('主持人', M['主持人'])
    n34 = get('分会场参会人员', M['分会场参会人员'])
    n35 = get('列席', M['列席'])
    n36 = get('参会人员', M['参会人员'])
    n37 = get('回执截止', M['回执截止'])
    n38 = get('回执期限', M['回执期限'])
    n39 = get('回执名称', M['回执名称'])
    n40 = get('报送方式', M['报送方式'])
    n41 = get('请假要求', M['请假要求'])
    n42 = get('请假期限', M['请假期限'])
    n43 = get('替会说明', M['替会说明'])
    n44 = get('会议材料', M['会议材料'])
    n45 = get('发言单位', M['发言单位'])
    n46 = get('代通知责任', M['代通知责任'])
    n47 = get('技术保障', M['技术保障'])
    n48 = get('调试时段', M['调试时段'])
    n49 = get('会议纪律', M['会议纪律'])
    n50 = get('纪律说明', M['纪律说明'])
    n51 = get('其他事项', M['其他事项'])
    n52 = get('联系人', M['联系人'])
    n53 = get('附件说明', M['附件说明'])
    n54 = get('落款', M['落款'])
    n55 = get('附注', M['附注'])
    n56 = get('附件页', M['附件页'])
    n57 = get('版记', M['版记'])
    n58 = get('版记主送', M['版记主送'])
    n59 = get('印发机关', M['印发机关'])
    n60 = get('印发日期', M['印发日期'])
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
    p3 = n20
    p5 = n21
    p7 = n22
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and len(t := p1 + p3 + p5 + p7) < FREE and special(t) is None:
        extend((
        C[34],
        p1.encode(),
        C[35],
        p3.encode(),
        C[36],
        p5.encode(),
        C[37],
        p7.encode(),
        ))
    else:
        extend((
        C[34],
        put(p1, S[43], state),
        C[35],
        put(p3, S[44], state),
        C[36],
        put(p5, S[45], state),
        C[37],
        put(p7, S[46], state),
        ))
    if n23:
        p1 = n23
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[38],
            p1.encode(),
            ))
        else:
            extend((
            C[38],
            put(p1, S[48], state),
            ))
        pass
    extend((
    C[39],
    ))
    if n24:
        p1 = n25
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[40],
            p1.encode(),
            C[41],
            ))
        else:
            extend((
            C[40],
            put(p1, S[51], state),
            C[41],
            ))
        pass
    p1 = n21
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[42],
        p1.encode(),
        C[43],
        ))
    else:
        extend((
        C[42],
        put(p1, S[53], state),
        C[43],
        ))
    if (n26 != '现场'):
        extend((
        C[44],
        ))
        pass
    p0 = n27
    if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
        extend((
        p0.encode(),
        C[45],
        ))
    else:
        extend((
        put(p0, S[56], state),
        C[45],
        ))
    if n28:
        if n29:
            p1 = n21
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[46],
                p1.encode(),
                C[47],
                ))
            else:
                extend((
                C[46],
                put(p1, S[59], state),
                C[47],
                ))
            q2 = items(n28)
            z2 = len(q2)
            meter.enter(z2, 192)
            for i2, k2 in enumerate(q2):
                if not i2 & 63: meter.check()
                p1 = n30
                p3 = (u if k2.__class__ is dict and (u := k2.get('地区', NO)) is not NO else attribute(k2, '地区'))
                if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                    extend((
                    C[48],
                    p1.encode(),
                    C[49],
                    p3.encode(),
                    ))
                else:
                    extend((
                    C[48],
                    put(p1, S[61], state),
                    C[49],
                    put(p3, S[62], state),
                    ))
                if (u if k2.__class__ is dict and (u := k2.get('会场', NO)) is not NO else attribute(k2, '会场')):
                    p1 = (u if k2.__class__ is dict and (u := k2.get('会场', NO)) is not NO else attribute(k2, '会场'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[50],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[50],
                        put(p1, S[64], state),
                        ))
                    pass
                if (u if k2.__class__ is dict and (u := k2.get('负责人', NO)) is not NO else attribute(k2, '负责人')):
                    p1 = (u if k2.__class__ is dict and (u := k2.get('负责人', NO)) is not NO else attribute(k2, '负责人'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[51],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[51],
                        put(p1, S[67], state),
                        ))
                    pass
                if (u if k2.__class__ is dict and (u := k2.get('技术联系人', NO)) is not NO else attribute(k2, '技术联系人')):
                    p1 = (u if k2.__class__ is dict and (u := k2.get('技术联系人', NO)) is not NO else attribute(k2, '技术联系人'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[52],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[52],
                        put(p1, S[70], state),
                        ))
                    pass
                extend((
                C[53],
                ))
                pass
            pass
        else:
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
                put(p1, S[74], state),
                C[55],
                ))
            q3 = items(n28)
            z3 = len(q3)
            meter.enter(z3, 13)
            for i3, k3 in enumerate(q3):
                if not i3 & 63: meter.check()
                p0 = (u if k3.__class__ is dict and (u := k3.get('地区', NO)) is not NO else attribute(k3, '地区'))
                if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    ))
                else:
                    extend((
                    put(p0, S[76], state),
                    ))
                if (u if k3.__class__ is dict and (u := k3.get('会场', NO)) is not NO else attribute(k3, '会场')):
                    p1 = (u if k3.__class__ is dict and (u := k3.get('会场', NO)) is not NO else attribute(k3, '会场'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[56],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[56],
                        put(p1, S[78], state),
                        ))
                    pass
                if (not (i3 == z3 - 1)):
                    extend((
                    C[57],
                    ))
                    pass
                pass
            extend((
            C[58],
            ))
            pass
        pass
    if (n26 != '现场'):
        p1 = n21
        p3 = n31
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
            put(p1, S[86], state),
            C[60],
            put(p3, S[87], state),
            C[61],
            ))
        pass
    p1 = n20
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[62],
        p1.encode(),
        C[63],
        ))
    else:
        extend((
        C[62],
        put(p1, S[89], state),
        C[63],
        ))
    q4 = items(n32)
    z4 = len(q4)
    meter.enter(z4, 271)
    for i4, k4 in enumerate(q4):
        if not i4 & 63: meter.check()
        extend((
        C[64],
        ))
        if (compare('gt', z4, 1)):
            p1 = n21
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[65],
                p1.encode(),
                C[66],
                ))
            else:
                extend((
                C[65],
                put(p1, S[92], state),
                C[66],
                ))
            pass
        p0 = (u if k4.__class__ is dict and (u := k4.get('题', NO)) is not NO else attribute(k4, '题'))
        p2 = (u if k4.__class__ is dict and (u := k4.get('文', NO)) is not NO else attribute(k4, '文'))
        if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
            extend((
            p0.encode(),
            C[67],
            p2.encode(),
            C[68],
            ))
        else:
            extend((
            put(p0, S[94], state),
            C[67],
            put(p2, S[95], state),
            C[68],
            ))
        pass
    if n33:
        p1 = (u if n33.__class__ is dict and (u := n33.get('单位', NO)) is not NO else attribute(n33, '单位'))
        p2 = (u if n33.__class__ is dict and (u := n33.get('职务', NO)) is not NO else attribute(n33, '职务'))
        p3 = (u if n33.__class__ is dict and (u := n33.get('姓名', NO)) is not NO else attribute(n33, '姓名'))
        if p1.__class__ is str and p2.__class__ is str and p3.__class__ is str and len(t := p1 + p2 + p3) < FREE and special(t) is None:
            extend((
            C[69],
            p1.encode(),
            p2.encode(),
            p3.encode(),
            C[70],
            ))
        else:
            extend((
            C[69],
            put(p1, S[98], state),
            put(p2, S[99], state),
            put(p3, S[100], state),
            C[70],
            ))
        pass
    p1 = n20
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[71],
        p1.encode(),
        C[72],
        ))
    else:
        extend((
        C[71],
        put(p1, S[102], state),
        C[72],
        ))
    if (n34 or n35):
        p1 = n21
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[73],
            p1.encode(),
            C[74],
            ))
        else:
            extend((
            C[73],
            put(p1, S[104], state),
            C[74],
            ))
        if n34:
            extend((
            C[75],
            ))
            pass
        else:
            extend((
            C[76],
            ))
            pass
        extend((
        C[77],
        ))
        q5 = items(n36)
        z5 = len(q5)
        meter.enter(z5, 22)
        for i5, k5 in enumerate(q5):
            if not i5 & 63: meter.check()
            p0 = (u if k5.__class__ is dict and (u := k5.get('组别', NO)) is not NO else attribute(k5, '组别'))
            p1 = (u if k5.__class__ is dict and (u := k5.get('职务级别', NO)) is not NO else attribute(k5, '职务级别'))
            if p0.__class__ is str and p1.__class__ is str and len(t := p0 + p1) < FREE and special(t) is None:
                extend((
                p0.encode(),
                p1.encode(),
                ))
            else:
                extend((
                put(p0, S[109], state),
                put(p1, S[110], state),
                ))
            if (u if k5.__class__ is dict and (u := k5.get('单位', NO)) is not NO else attribute(k5, '单位')):
                p1 = (u if k5.__class__ is dict and (u := k5.get('单位', NO)) is not NO else attribute(k5, '单位'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[78],
                    p1.encode(),
                    C[79],
                    ))
                else:
                    extend((
                    C[78],
                    put(p1, S[112], state),
                    C[79],
                    ))
                pass
            if (u if k5.__class__ is dict and (u := k5.get('人数', NO)) is not NO else attribute(k5, '人数')):
                p0 = (u if k5.__class__ is dict and (u := k5.get('人数', NO)) is not NO else attribute(k5, '人数'))
                if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    C[80],
                    ))
                else:
                    extend((
                    put(p0, S[115], state),
                    C[80],
                    ))
                pass
            if (not (i5 == z5 - 1)):
                extend((
                C[81],
                ))
                pass
            pass
        extend((
        C[82],
        ))
        if n34:
            p1 = n21
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[83],
                p1.encode(),
                C[84],
                ))
            else:
                extend((
                C[83],
                put(p1, S[121], state),
                C[84],
                ))
            q6 = items(n34)
            z6 = len(q6)
            meter.enter(z6, 22)
            for i6, k6 in enumerate(q6):
                if not i6 & 63: meter.check()
                p0 = (u if k6.__class__ is dict and (u := k6.get('组别', NO)) is not NO else attribute(k6, '组别'))
                p1 = (u if k6.__class__ is dict and (u := k6.get('职务级别', NO)) is not NO else attribute(k6, '职务级别'))
                if p0.__class__ is str and p1.__class__ is str and len(t := p0 + p1) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    p1.encode(),
                    ))
                else:
                    extend((
                    put(p0, S[123], state),
                    put(p1, S[124], state),
                    ))
                if (u if k6.__class__ is dict and (u := k6.get('单位', NO)) is not NO else attribute(k6, '单位')):
                    p1 = (u if k6.__class__ is dict and (u := k6.get('单位', NO)) is not NO else attribute(k6, '单位'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[85],
                        p1.encode(),
                        C[86],
                        ))
                    else:
                        extend((
                        C[85],
                        put(p1, S[126], state),
                        C[86],
                        ))
                    pass
                if (u if k6.__class__ is dict and (u := k6.get('人数', NO)) is not NO else attribute(k6, '人数')):
                    p0 = (u if k6.__class__ is dict and (u := k6.get('人数', NO)) is not NO else attribute(k6, '人数'))
                    if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                        extend((
                        p0.encode(),
                        C[87],
                        ))
                    else:
                        extend((
                        put(p0, S[129], state),
                        C[87],
                        ))
                    pass
                if (not (i6 == z6 - 1)):
                    extend((
                    C[88],
                    ))
                    pass
                pass
            extend((
            C[89],
            ))
            pass
        if n35:
            p1 = n21
            p3 = n35
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[90],
                p1.encode(),
                C[91],
                p3.encode(),
                C[92],
                ))
            else:
                extend((
                C[90],
                put(p1, S[136], state),
                C[91],
                put(p3, S[137], state),
                C[92],
                ))
            pass
        pass
    else:
        extend((
        C[93],
        ))
        q7 = items(n36)
        z7 = len(q7)
        meter.enter(z7, 22)
        for i7, k7 in enumerate(q7):
            if not i7 & 63: meter.check()
            p0 = (u if k7.__class__ is dict and (u := k7.get('组别', NO)) is not NO else attribute(k7, '组别'))
            p1 = (u if k7.__class__ is dict and (u := k7.get('职务级别', NO)) is not NO else attribute(k7, '职务级别'))
            if p0.__class__ is str and p1.__class__ is str and len(t := p0 + p1) < FREE and special(t) is None:
                extend((
                p0.encode(),
                p1.encode(),
                ))
            else:
                extend((
                put(p0, S[141], state),
                put(p1, S[142], state),
                ))
            if (u if k7.__class__ is dict and (u := k7.get('单位', NO)) is not NO else attribute(k7, '单位')):
                p1 = (u if k7.__class__ is dict and (u := k7.get('单位', NO)) is not NO else attribute(k7, '单位'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[94],
                    p1.encode(),
                    C[95],
                    ))
                else:
                    extend((
                    C[94],
                    put(p1, S[144], state),
                    C[95],
                    ))
                pass
            if (u if k7.__class__ is dict and (u := k7.get('人数', NO)) is not NO else attribute(k7, '人数')):
                p0 = (u if k7.__class__ is dict and (u := k7.get('人数', NO)) is not NO else attribute(k7, '人数'))
                if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    C[96],
                    ))
                else:
                    extend((
                    put(p0, S[147], state),
                    C[96],
                    ))
                pass
            if (not (i7 == z7 - 1)):
                extend((
                C[97],
                ))
                pass
            pass
        extend((
        C[98],
        ))
        pass
    p1 = n20
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[99],
        p1.encode(),
        C[100],
        ))
    else:
        extend((
        C[99],
        put(p1, S[153], state),
        C[100],
        ))
    if n37:
        p1 = n21
        p3 = n38
        p5 = n39
        p7 = n40
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and len(t := p1 + p3 + p5 + p7) < FREE and special(t) is None:
            extend((
            C[101],
            p1.encode(),
            C[102],
            p3.encode(),
            C[103],
            p5.encode(),
            C[104],
            p7.encode(),
            C[105],
            ))
        else:
            extend((
            C[101],
            put(p1, S[155], state),
            C[102],
            put(p3, S[156], state),
            C[103],
            put(p5, S[157], state),
            C[104],
            put(p7, S[158], state),
            C[105],
            ))
        pass
    if n41:
        p1 = n21
        p3 = n42
        p5 = (u if n41.__class__ is dict and (u := n41.get('审批人', NO)) is not NO else attribute(n41, '审批人'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
            extend((
            C[106],
            p1.encode(),
            C[107],
            p3.encode(),
            C[108],
            p5.encode(),
            C[109],
            ))
        else:
            extend((
            C[106],
            put(p1, S[161], state),
            C[107],
            put(p3, S[162], state),
            C[108],
            put(p5, S[163], state),
            C[109],
            ))
        if (u if n41.__class__ is dict and (u := n41.get('形式', NO)) is not NO else attribute(n41, '形式')):
            p1 = (u if n41.__class__ is dict and (u := n41.get('形式', NO)) is not NO else attribute(n41, '形式'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[110],
                p1.encode(),
                C[111],
                ))
            else:
                extend((
                C[110],
                put(p1, S[165], state),
                C[111],
                ))
            pass
        if (u if n41.__class__ is dict and (u := n41.get('报备单位', NO)) is not NO else attribute(n41, '报备单位')):
            p1 = (u if n41.__class__ is dict and (u := n41.get('报备单位', NO)) is not NO else attribute(n41, '报备单位'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[112],
                p1.encode(),
                C[113],
                ))
            else:
                extend((
                C[112],
                put(p1, S[168], state),
                C[113],
                ))
            pass
        if n43:
            p1 = n43
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[114],
                p1.encode(),
                ))
            else:
                extend((
                C[114],
                put(p1, S[171], state),
                ))
            pass
        extend((
        C[115],
        ))
        pass
    if n44:
        p1 = n21
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[116],
            p1.encode(),
            C[117],
            ))
        else:
            extend((
            C[116],
            put(p1, S[175], state),
            C[117],
            ))
        q8 = items(n44)
        z8 = len(q8)
        meter.enter(z8, 28)
        for i8, k8 in enumerate(q8):
            if not i8 & 63: meter.check()
            p0 = (u if k8.__class__ is dict and (u := k8.get('单位', NO)) is not NO else attribute(k8, '单位'))
            p2 = (u if k8.__class__ is dict and (u := k8.get('材料', NO)) is not NO else attribute(k8, '材料'))
            if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[118],
                p2.encode(),
                ))
            else:
                extend((
                put(p0, S[177], state),
                C[118],
                put(p2, S[178], state),
                ))
            if (u if k8.__class__ is dict and (u := k8.get('份数', NO)) is not NO else attribute(k8, '份数')):
                p1 = (u if k8.__class__ is dict and (u := k8.get('份数', NO)) is not NO else attribute(k8, '份数'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[119],
                    p1.encode(),
                    C[120],
                    ))
                else:
                    extend((
                    C[119],
                    put(p1, S[180], state),
                    C[120],
                    ))
                pass
            p0 = (u if k8.__class__ is dict and (u := k8.get('期限', NO)) is not NO else attribute(k8, '期限'))
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[121],
                ))
            else:
                extend((
                put(p0, S[182], state),
                C[121],
                ))
            if (u if k8.__class__ is dict and (u := k8.get('报送至', NO)) is not NO else attribute(k8, '报送至')):
                p0 = (u if k8.__class__ is dict and (u := k8.get('报送至', NO)) is not NO else attribute(k8, '报送至'))
                if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    ))
                else:
                    extend((
                    put(p0, S[184], state),
                    ))
                pass
            if (not (i8 == z8 - 1)):
                extend((
                C[122],
                ))
                pass
            pass
        extend((
        C[123],
        ))
        pass
    if n45:
        p1 = n21
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[124],
            p1.encode(),
            C[125],
            ))
        else:
            extend((
            C[124],
            put(p1, S[191], state),
            C[125],
            ))
        q9 = items(n45)
        z9 = len(q9)
        meter.enter(z9, 37)
        for i9, k9 in enumerate(q9):
            if not i9 & 63: meter.check()
            p0 = (u if k9.__class__ is dict and (u := k9.get('单位', NO)) is not NO else attribute(k9, '单位'))
            p2 = (u if k9.__class__ is dict and (u := k9.get('形式', NO)) is not NO else attribute(k9, '形式'))
            if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[126],
                p2.encode(),
                C[127],
                ))
            else:
                extend((
                put(p0, S[193], state),
                C[126],
                put(p2, S[194], state),
                C[127],
                ))
            if (u if k9.__class__ is dict and (u := k9.get('时长', NO)) is not NO else attribute(k9, '时长')):
                p1 = (u if k9.__class__ is dict and (u := k9.get('时长', NO)) is not NO else attribute(k9, '时长'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[128],
                    p1.encode(),
                    C[129],
                    ))
                else:
                    extend((
                    C[128],
                    put(p1, S[196], state),
                    C[129],
                    ))
                pass
            if (not (i9 == z9 - 1)):
                extend((
                C[130],
                ))
                pass
            pass
        extend((
        C[131],
        ))
        pass
    if n46:
        p1 = n21
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[132],
            p1.encode(),
            C[133],
            ))
        else:
            extend((
            C[132],
            put(p1, S[203], state),
            C[133],
            ))
        q10 = items(n46)
        z10 = len(q10)
        meter.enter(z10, 22)
        for i10, k10 in enumerate(q10):
            if not i10 & 63: meter.check()
            p0 = (u if k10.__class__ is dict and (u := k10.get('通知对象', NO)) is not NO else attribute(k10, '通知对象'))
            p2 = (u if k10.__class__ is dict and (u := k10.get('单位', NO)) is not NO else attribute(k10, '单位'))
            if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[134],
                p2.encode(),
                C[135],
                ))
            else:
                extend((
                put(p0, S[205], state),
                C[134],
                put(p2, S[206], state),
                C[135],
                ))
            if (not (i10 == z10 - 1)):
                extend((
                C[136],
                ))
                pass
            pass
        extend((
        C[137],
        ))
        pass
    if n47:
        p1 = n21
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[138],
            p1.encode(),
            C[139],
            ))
        else:
            extend((
            C[138],
            put(p1, S[212], state),
            C[139],
            ))
        if n48:
            p1 = n48
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[140],
                p1.encode(),
                C[141],
                ))
            else:
                extend((
                C[140],
                put(p1, S[214], state),
                C[141],
                ))
            if (u if n47.__class__ is dict and (u := n47.get('开通时间', NO)) is not NO else attribute(n47, '开通时间')):
                extend((
                C[142],
                ))
                pass
            pass
        if (u if n47.__class__ is dict and (u := n47.get('开通时间', NO)) is not NO else attribute(n47, '开通时间')):
            p1 = (u if n47.__class__ is dict and (u := n47.get('开通时间', NO)) is not NO else attribute(n47, '开通时间'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[143],
                p1.encode(),
                C[144],
                ))
            else:
                extend((
                C[143],
                put(p1, S[219], state),
                C[144],
                ))
            pass
        if (u if n47.__class__ is dict and (u := n47.get('联系人', NO)) is not NO else attribute(n47, '联系人')):
            p1 = (u if n47.__class__ is dict and (u := n47.get('联系人', NO)) is not NO else attribute(n47, '联系人'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[145],
                p1.encode(),
                ))
            else:
                extend((
                C[145],
                put(p1, S[222], state),
                ))
            if (u if n47.__class__ is dict and (u := n47.get('电话', NO)) is not NO else attribute(n47, '电话')):
                p1 = (u if n47.__class__ is dict and (u := n47.get('电话', NO)) is not NO else attribute(n47, '电话'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[146],
                    p1.encode(),
                    ))
                else:
                    extend((
                    C[146],
                    put(p1, S[224], state),
                    ))
                pass
            pass
        extend((
        C[147],
        ))
        pass
    if n49:
        p1 = n21
        p3 = n50
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
            put(p1, S[229], state),
            C[149],
            put(p3, S[230], state),
            C[150],
            ))
        pass
    q11 = items(n51)
    z11 = len(q11)
    meter.enter(z11, 268)
    for i11, k11 in enumerate(q11):
        if not i11 & 63: meter.check()
        p1 = n21
        p3 = (u if k11.__class__ is dict and (u := k11.get('题', NO)) is not NO else attribute(k11, '题'))
        p5 = (u if k11.__class__ is dict and (u := k11.get('文', NO)) is not NO else attribute(k11, '文'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
            extend((
            C[151],
            p1.encode(),
            C[152],
            p3.encode(),
            C[153],
            p5.encode(),
            C[154],
            ))
        else:
            extend((
            C[151],
            put(p1, S[233], state),
            C[152],
            put(p3, S[234], state),
            C[153],
            put(p5, S[235], state),
            C[154],
            ))
        pass
    extend((
    C[155],
    ))
    q12 = items(n52)
    z12 = len(q12)
    meter.enter(z12, 19)
    for i12, k12 in enumerate(q12):
        if not i12 & 63: meter.check()
        p0 = (u if k12.__class__ is dict and (u := k12.get('职务', NO)) is not NO else attribute(k12, '职务'))
        p1 = (u if k12.__class__ is dict and (u := k12.get('姓名', NO)) is not NO else attribute(k12, '姓名'))
        p3 = (u if k12.__class__ is dict and (u := k12.get('电话', NO)) is not NO else attribute(k12, '电话'))
        if p0.__class__ is str and p1.__class__ is str and p3.__class__ is str and len(t := p0 + p1 + p3) < FREE and special(t) is None:
            extend((
            p0.encode(),
            p1.encode(),
            C[156],
            p3.encode(),
            ))
        else:
            extend((
            put(p0, S[238], state),
            put(p1, S[239], state),
            C[156],
            put(p3, S[240], state),
            ))
        if (not (i12 == z12 - 1)):
            extend((
            C[157],
            ))
            pass
        pass
    extend((
    C[158],
    ))
    if n53:
        extend((
        put(n53, S[245], state),
        ))
        pass
    extend((
    put(n54, S[247], state),
    ))
    if n55:
        p1 = n55
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[159],
            p1.encode(),
            C[160],
            ))
        else:
            extend((
            C[159],
            put(p1, S[249], state),
            C[160],
            ))
        pass
    q13 = items(n56)
    z13 = len(q13)
    meter.enter(z13, 26965)
    for i13, k13 in enumerate(q13):
        if not i13 & 63: meter.check()
        p1 = (u if k13.__class__ is dict and (u := k13.get('标签', NO)) is not NO else attribute(k13, '标签'))
        p3 = (u if k13.__class__ is dict and (u := k13.get('名称分行', NO)) is not NO else attribute(k13, '名称分行'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[161],
            p1.encode(),
            C[162],
            p3.encode(),
            C[163],
            ))
        else:
            extend((
            C[161],
            put(p1, S[252], state),
            C[162],
            put(p3, S[253], state),
            C[163],
            ))
        if ((u if k13.__class__ is dict and (u := k13.get('种类', NO)) is not NO else attribute(k13, '种类')) == '回执'):
            extend((
            C[164],
            ))
            pass
        if ((u if k13.__class__ is dict and (u := k13.get('种类', NO)) is not NO else attribute(k13, '种类')) == '请假'):
            extend((
            C[165],
            ))
            pass
        pass
    if n57:
        extend((
        C[166],
        ))
        if (n6 or n58):
            extend((
            C[167],
            ))
            if n58:
                p1 = n58
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[168],
                    p1.encode(),
                    C[169],
                    ))
                else:
                    extend((
                    C[168],
                    put(p1, S[262], state),
                    C[169],
                    ))
                pass
            if n6:
                p1 = n6
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[170],
                    p1.encode(),
                    C[171],
                    ))
                else:
                    extend((
                    C[170],
                    put(p1, S[265], state),
                    C[171],
                    ))
                pass
            extend((
            C[172],
            ))
            pass
        p1 = n59
        p3 = n60
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[173],
            p1.encode(),
            C[174],
            p3.encode(),
            C[175],
            ))
        else:
            extend((
            C[173],
            put(p1, S[268], state),
            C[174],
            put(p3, S[269], state),
            C[175],
            ))
        pass
    extend((
    C[176],
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
