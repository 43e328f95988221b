# ruff: noqa
# fmt: off
"""Generated from notice-letter.docx; never edited."""

def fill_b1d7499ef9838172(get, state, meter, out):
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
    n14 = get('缘由段', M['缘由段'])
    n15 = get('章', M['章'])
    n16 = get('节', M['节'])
    n17 = get('会议时段', M['会议时段'])
    n18 = get('会期', M['会期'])
    n19 = get('签到时间', M['签到时间'])
    n20 = get('签到说明', M['签到说明'])
    n21 = get('会议形式', M['会议形式'])
    n22 = get('地点', M['地点'])
    n23 = get('分会场', M['分会场'])
    n24 = get('分会场逐个列出', M['分会场逐个列出'])
    n25 = get('条', M['条'])
    n26 = get('会议形式说明', M['会议形式说明'])
    n27 = get('会议内容', M['会议内容'])
    n28 = get('主持人', M['主持人'])
    n29 = get('分会场参会人员', M['分会场参会人员'])
    n30 = get('列席', M['列席'])
    n31 = get('参会人员', M['参会人员'])
    n32 = get('回执截止', M['回执截止'])
    n33 = get('回执期限', M['回执期限'])
    n34 = get('回执名称', M['回执名称'])
    n35 = get('报送方式', M['报送方式'])
    n36 = get('请假要求', M['请假要求'])
    n37 = get('请假期限', M['请假期限'])
    n38 = get('替会说明', M['替会说明'])
    n39 = get('会议材料', M['会议材料'])
    n40 = get('发言单位', M['发言单位'])
    n41 = get('代通知责任', M['代通知责任'])
    n42 = get('技术保障', M['技术保障'])
    n43 = get('调试时段', M['调试时段'])
    n44 = get('会议纪律', M['会议纪律'])
    n45 = get('纪律说明', M['纪律说明'])
    n46 = get('其他事项', M['其他事项'])
    n47 = get('联系人', M['联系人'])
    n48 = get('附件说明', M['附件说明'])
    n49 = get('落款', M['落款'])
    n50 = get('附注', M['附注'])
    n51 = get('附件页', M['附件页'])
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
    p3 = n15
    p5 = n16
    p7 = n17
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and len(t := p1 + p3 + p5 + p7) < FREE and special(t) is None:
        extend((
        C[30],
        p1.encode(),
        C[31],
        p3.encode(),
        C[32],
        p5.encode(),
        C[33],
        p7.encode(),
        ))
    else:
        extend((
        C[30],
        put(p1, S[33], state),
        C[31],
        put(p3, S[34], state),
        C[32],
        put(p5, S[35], state),
        C[33],
        put(p7, S[36], state),
        ))
    if n18:
        p1 = n18
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[34],
            p1.encode(),
            ))
        else:
            extend((
            C[34],
            put(p1, S[38], state),
            ))
        pass
    extend((
    C[35],
    ))
    if n19:
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
            put(p1, S[41], state),
            C[37],
            ))
        pass
    p1 = n16
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[38],
        p1.encode(),
        C[39],
        ))
    else:
        extend((
        C[38],
        put(p1, S[43], state),
        C[39],
        ))
    if (n21 != '现场'):
        extend((
        C[40],
        ))
        pass
    p0 = n22
    if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
        extend((
        p0.encode(),
        C[41],
        ))
    else:
        extend((
        put(p0, S[46], state),
        C[41],
        ))
    if n23:
        if n24:
            p1 = n16
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
            q1 = items(n23)
            z1 = len(q1)
            meter.enter(z1, 192)
            for i1, k1 in enumerate(q1):
                if not i1 & 63: meter.check()
                p1 = n25
                p3 = (u if k1.__class__ is dict and (u := k1.get('地区', NO)) is not NO else attribute(k1, '地区'))
                if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                    extend((
                    C[44],
                    p1.encode(),
                    C[45],
                    p3.encode(),
                    ))
                else:
                    extend((
                    C[44],
                    put(p1, S[51], state),
                    C[45],
                    put(p3, S[52], state),
                    ))
                if (u if k1.__class__ is dict and (u := k1.get('会场', NO)) is not NO else attribute(k1, '会场')):
                    p1 = (u if k1.__class__ is dict and (u := k1.get('会场', NO)) is not NO else attribute(k1, '会场'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[46],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[46],
                        put(p1, S[54], state),
                        ))
                    pass
                if (u if k1.__class__ is dict and (u := k1.get('负责人', NO)) is not NO else attribute(k1, '负责人')):
                    p1 = (u if k1.__class__ is dict and (u := k1.get('负责人', NO)) is not NO else attribute(k1, '负责人'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[47],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[47],
                        put(p1, S[57], state),
                        ))
                    pass
                if (u if k1.__class__ is dict and (u := k1.get('技术联系人', NO)) is not NO else attribute(k1, '技术联系人')):
                    p1 = (u if k1.__class__ is dict and (u := k1.get('技术联系人', NO)) is not NO else attribute(k1, '技术联系人'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[48],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[48],
                        put(p1, S[60], state),
                        ))
                    pass
                extend((
                C[49],
                ))
                pass
            pass
        else:
            p1 = n16
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[50],
                p1.encode(),
                C[51],
                ))
            else:
                extend((
                C[50],
                put(p1, S[64], state),
                C[51],
                ))
            q2 = items(n23)
            z2 = len(q2)
            meter.enter(z2, 13)
            for i2, k2 in enumerate(q2):
                if not i2 & 63: meter.check()
                p0 = (u if k2.__class__ is dict and (u := k2.get('地区', NO)) is not NO else attribute(k2, '地区'))
                if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    ))
                else:
                    extend((
                    put(p0, S[66], state),
                    ))
                if (u if k2.__class__ is dict and (u := k2.get('会场', NO)) is not NO else attribute(k2, '会场')):
                    p1 = (u if k2.__class__ is dict and (u := k2.get('会场', NO)) is not NO else attribute(k2, '会场'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[52],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[52],
                        put(p1, S[68], state),
                        ))
                    pass
                if (not (i2 == z2 - 1)):
                    extend((
                    C[53],
                    ))
                    pass
                pass
            extend((
            C[54],
            ))
            pass
        pass
    if (n21 != '现场'):
        p1 = n16
        p3 = n26
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[55],
            p1.encode(),
            C[56],
            p3.encode(),
            C[57],
            ))
        else:
            extend((
            C[55],
            put(p1, S[76], state),
            C[56],
            put(p3, S[77], state),
            C[57],
            ))
        pass
    p1 = n15
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[58],
        p1.encode(),
        C[59],
        ))
    else:
        extend((
        C[58],
        put(p1, S[79], state),
        C[59],
        ))
    q3 = items(n27)
    z3 = len(q3)
    meter.enter(z3, 271)
    for i3, k3 in enumerate(q3):
        if not i3 & 63: meter.check()
        extend((
        C[60],
        ))
        if (compare('gt', z3, 1)):
            p1 = n16
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[61],
                p1.encode(),
                C[62],
                ))
            else:
                extend((
                C[61],
                put(p1, S[82], state),
                C[62],
                ))
            pass
        p0 = (u if k3.__class__ is dict and (u := k3.get('题', NO)) is not NO else attribute(k3, '题'))
        p2 = (u if k3.__class__ is dict and (u := k3.get('文', NO)) is not NO else attribute(k3, '文'))
        if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
            extend((
            p0.encode(),
            C[63],
            p2.encode(),
            C[64],
            ))
        else:
            extend((
            put(p0, S[84], state),
            C[63],
            put(p2, S[85], state),
            C[64],
            ))
        pass
    if n28:
        p1 = (u if n28.__class__ is dict and (u := n28.get('单位', NO)) is not NO else attribute(n28, '单位'))
        p2 = (u if n28.__class__ is dict and (u := n28.get('职务', NO)) is not NO else attribute(n28, '职务'))
        p3 = (u if n28.__class__ is dict and (u := n28.get('姓名', NO)) is not NO else attribute(n28, '姓名'))
        if p1.__class__ is str and p2.__class__ is str and p3.__class__ is str and len(t := p1 + p2 + p3) < FREE and special(t) is None:
            extend((
            C[65],
            p1.encode(),
            p2.encode(),
            p3.encode(),
            C[66],
            ))
        else:
            extend((
            C[65],
            put(p1, S[88], state),
            put(p2, S[89], state),
            put(p3, S[90], state),
            C[66],
            ))
        pass
    p1 = n15
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[67],
        p1.encode(),
        C[68],
        ))
    else:
        extend((
        C[67],
        put(p1, S[92], state),
        C[68],
        ))
    if (n29 or n30):
        p1 = n16
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[69],
            p1.encode(),
            C[70],
            ))
        else:
            extend((
            C[69],
            put(p1, S[94], state),
            C[70],
            ))
        if n29:
            extend((
            C[71],
            ))
            pass
        else:
            extend((
            C[72],
            ))
            pass
        extend((
        C[73],
        ))
        q4 = items(n31)
        z4 = len(q4)
        meter.enter(z4, 22)
        for i4, k4 in enumerate(q4):
            if not i4 & 63: meter.check()
            p0 = (u if k4.__class__ is dict and (u := k4.get('组别', NO)) is not NO else attribute(k4, '组别'))
            p1 = (u if k4.__class__ is dict and (u := k4.get('职务级别', NO)) is not NO else attribute(k4, '职务级别'))
            if p0.__class__ is str and p1.__class__ is str and len(t := p0 + p1) < FREE and special(t) is None:
                extend((
                p0.encode(),
                p1.encode(),
                ))
            else:
                extend((
                put(p0, S[99], state),
                put(p1, S[100], state),
                ))
            if (u if k4.__class__ is dict and (u := k4.get('单位', NO)) is not NO else attribute(k4, '单位')):
                p1 = (u if k4.__class__ is dict and (u := k4.get('单位', NO)) is not NO else attribute(k4, '单位'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[74],
                    p1.encode(),
                    C[75],
                    ))
                else:
                    extend((
                    C[74],
                    put(p1, S[102], state),
                    C[75],
                    ))
                pass
            if (u if k4.__class__ is dict and (u := k4.get('人数', NO)) is not NO else attribute(k4, '人数')):
                p0 = (u if k4.__class__ is dict and (u := k4.get('人数', NO)) is not NO else attribute(k4, '人数'))
                if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    C[76],
                    ))
                else:
                    extend((
                    put(p0, S[105], state),
                    C[76],
                    ))
                pass
            if (not (i4 == z4 - 1)):
                extend((
                C[77],
                ))
                pass
            pass
        extend((
        C[78],
        ))
        if n29:
            p1 = n16
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[79],
                p1.encode(),
                C[80],
                ))
            else:
                extend((
                C[79],
                put(p1, S[111], state),
                C[80],
                ))
            q5 = items(n29)
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
                    put(p0, S[113], state),
                    put(p1, S[114], state),
                    ))
                if (u if k5.__class__ is dict and (u := k5.get('单位', NO)) is not NO else attribute(k5, '单位')):
                    p1 = (u if k5.__class__ is dict and (u := k5.get('单位', NO)) is not NO else attribute(k5, '单位'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[81],
                        p1.encode(),
                        C[82],
                        ))
                    else:
                        extend((
                        C[81],
                        put(p1, S[116], state),
                        C[82],
                        ))
                    pass
                if (u if k5.__class__ is dict and (u := k5.get('人数', NO)) is not NO else attribute(k5, '人数')):
                    p0 = (u if k5.__class__ is dict and (u := k5.get('人数', NO)) is not NO else attribute(k5, '人数'))
                    if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                        extend((
                        p0.encode(),
                        C[83],
                        ))
                    else:
                        extend((
                        put(p0, S[119], state),
                        C[83],
                        ))
                    pass
                if (not (i5 == z5 - 1)):
                    extend((
                    C[84],
                    ))
                    pass
                pass
            extend((
            C[85],
            ))
            pass
        if n30:
            p1 = n16
            p3 = n30
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[86],
                p1.encode(),
                C[87],
                p3.encode(),
                C[88],
                ))
            else:
                extend((
                C[86],
                put(p1, S[126], state),
                C[87],
                put(p3, S[127], state),
                C[88],
                ))
            pass
        pass
    else:
        extend((
        C[89],
        ))
        q6 = items(n31)
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
                put(p0, S[131], state),
                put(p1, S[132], state),
                ))
            if (u if k6.__class__ is dict and (u := k6.get('单位', NO)) is not NO else attribute(k6, '单位')):
                p1 = (u if k6.__class__ is dict and (u := k6.get('单位', NO)) is not NO else attribute(k6, '单位'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[90],
                    p1.encode(),
                    C[91],
                    ))
                else:
                    extend((
                    C[90],
                    put(p1, S[134], state),
                    C[91],
                    ))
                pass
            if (u if k6.__class__ is dict and (u := k6.get('人数', NO)) is not NO else attribute(k6, '人数')):
                p0 = (u if k6.__class__ is dict and (u := k6.get('人数', NO)) is not NO else attribute(k6, '人数'))
                if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    C[92],
                    ))
                else:
                    extend((
                    put(p0, S[137], state),
                    C[92],
                    ))
                pass
            if (not (i6 == z6 - 1)):
                extend((
                C[93],
                ))
                pass
            pass
        extend((
        C[94],
        ))
        pass
    p1 = n15
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[95],
        p1.encode(),
        C[96],
        ))
    else:
        extend((
        C[95],
        put(p1, S[143], state),
        C[96],
        ))
    if n32:
        p1 = n16
        p3 = n33
        p5 = n34
        p7 = n35
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and len(t := p1 + p3 + p5 + p7) < FREE and special(t) is None:
            extend((
            C[97],
            p1.encode(),
            C[98],
            p3.encode(),
            C[99],
            p5.encode(),
            C[100],
            p7.encode(),
            C[101],
            ))
        else:
            extend((
            C[97],
            put(p1, S[145], state),
            C[98],
            put(p3, S[146], state),
            C[99],
            put(p5, S[147], state),
            C[100],
            put(p7, S[148], state),
            C[101],
            ))
        pass
    if n36:
        p1 = n16
        p3 = n37
        p5 = (u if n36.__class__ is dict and (u := n36.get('审批人', NO)) is not NO else attribute(n36, '审批人'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
            extend((
            C[102],
            p1.encode(),
            C[103],
            p3.encode(),
            C[104],
            p5.encode(),
            C[105],
            ))
        else:
            extend((
            C[102],
            put(p1, S[151], state),
            C[103],
            put(p3, S[152], state),
            C[104],
            put(p5, S[153], state),
            C[105],
            ))
        if (u if n36.__class__ is dict and (u := n36.get('形式', NO)) is not NO else attribute(n36, '形式')):
            p1 = (u if n36.__class__ is dict and (u := n36.get('形式', NO)) is not NO else attribute(n36, '形式'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[106],
                p1.encode(),
                C[107],
                ))
            else:
                extend((
                C[106],
                put(p1, S[155], state),
                C[107],
                ))
            pass
        if (u if n36.__class__ is dict and (u := n36.get('报备单位', NO)) is not NO else attribute(n36, '报备单位')):
            p1 = (u if n36.__class__ is dict and (u := n36.get('报备单位', NO)) is not NO else attribute(n36, '报备单位'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[108],
                p1.encode(),
                C[109],
                ))
            else:
                extend((
                C[108],
                put(p1, S[158], state),
                C[109],
                ))
            pass
        if n38:
            p1 = n38
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[110],
                p1.encode(),
                ))
            else:
                extend((
                C[110],
                put(p1, S[161], state),
                ))
            pass
        extend((
        C[111],
        ))
        pass
    if n39:
        p1 = n16
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[112],
            p1.encode(),
            C[113],
            ))
        else:
            extend((
            C[112],
            put(p1, S[165], state),
            C[113],
            ))
        q7 = items(n39)
        z7 = len(q7)
        meter.enter(z7, 28)
        for i7, k7 in enumerate(q7):
            if not i7 & 63: meter.check()
            p0 = (u if k7.__class__ is dict and (u := k7.get('单位', NO)) is not NO else attribute(k7, '单位'))
            p2 = (u if k7.__class__ is dict and (u := k7.get('材料', NO)) is not NO else attribute(k7, '材料'))
            if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[114],
                p2.encode(),
                ))
            else:
                extend((
                put(p0, S[167], state),
                C[114],
                put(p2, S[168], state),
                ))
            if (u if k7.__class__ is dict and (u := k7.get('份数', NO)) is not NO else attribute(k7, '份数')):
                p1 = (u if k7.__class__ is dict and (u := k7.get('份数', NO)) is not NO else attribute(k7, '份数'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[115],
                    p1.encode(),
                    C[116],
                    ))
                else:
                    extend((
                    C[115],
                    put(p1, S[170], state),
                    C[116],
                    ))
                pass
            p0 = (u if k7.__class__ is dict and (u := k7.get('期限', NO)) is not NO else attribute(k7, '期限'))
            if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[117],
                ))
            else:
                extend((
                put(p0, S[172], state),
                C[117],
                ))
            if (u if k7.__class__ is dict and (u := k7.get('报送至', NO)) is not NO else attribute(k7, '报送至')):
                p0 = (u if k7.__class__ is dict and (u := k7.get('报送至', NO)) is not NO else attribute(k7, '报送至'))
                if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    ))
                else:
                    extend((
                    put(p0, S[174], state),
                    ))
                pass
            if (not (i7 == z7 - 1)):
                extend((
                C[118],
                ))
                pass
            pass
        extend((
        C[119],
        ))
        pass
    if n40:
        p1 = n16
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[120],
            p1.encode(),
            C[121],
            ))
        else:
            extend((
            C[120],
            put(p1, S[181], state),
            C[121],
            ))
        q8 = items(n40)
        z8 = len(q8)
        meter.enter(z8, 37)
        for i8, k8 in enumerate(q8):
            if not i8 & 63: meter.check()
            p0 = (u if k8.__class__ is dict and (u := k8.get('单位', NO)) is not NO else attribute(k8, '单位'))
            p2 = (u if k8.__class__ is dict and (u := k8.get('形式', NO)) is not NO else attribute(k8, '形式'))
            if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[122],
                p2.encode(),
                C[123],
                ))
            else:
                extend((
                put(p0, S[183], state),
                C[122],
                put(p2, S[184], state),
                C[123],
                ))
            if (u if k8.__class__ is dict and (u := k8.get('时长', NO)) is not NO else attribute(k8, '时长')):
                p1 = (u if k8.__class__ is dict and (u := k8.get('时长', NO)) is not NO else attribute(k8, '时长'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[124],
                    p1.encode(),
                    C[125],
                    ))
                else:
                    extend((
                    C[124],
                    put(p1, S[186], state),
                    C[125],
                    ))
                pass
            if (not (i8 == z8 - 1)):
                extend((
                C[126],
                ))
                pass
            pass
        extend((
        C[127],
        ))
        pass
    if n41:
        p1 = n16
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[128],
            p1.encode(),
            C[129],
            ))
        else:
            extend((
            C[128],
            put(p1, S[193], state),
            C[129],
            ))
        q9 = items(n41)
        z9 = len(q9)
        meter.enter(z9, 22)
        for i9, k9 in enumerate(q9):
            if not i9 & 63: meter.check()
            p0 = (u if k9.__class__ is dict and (u := k9.get('通知对象', NO)) is not NO else attribute(k9, '通知对象'))
            p2 = (u if k9.__class__ is dict and (u := k9.get('单位', NO)) is not NO else attribute(k9, '单位'))
            if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[130],
                p2.encode(),
                C[131],
                ))
            else:
                extend((
                put(p0, S[195], state),
                C[130],
                put(p2, S[196], state),
                C[131],
                ))
            if (not (i9 == z9 - 1)):
                extend((
                C[132],
                ))
                pass
            pass
        extend((
        C[133],
        ))
        pass
    if n42:
        p1 = n16
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[134],
            p1.encode(),
            C[135],
            ))
        else:
            extend((
            C[134],
            put(p1, S[202], state),
            C[135],
            ))
        if n43:
            p1 = n43
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[136],
                p1.encode(),
                C[137],
                ))
            else:
                extend((
                C[136],
                put(p1, S[204], state),
                C[137],
                ))
            if (u if n42.__class__ is dict and (u := n42.get('开通时间', NO)) is not NO else attribute(n42, '开通时间')):
                extend((
                C[138],
                ))
                pass
            pass
        if (u if n42.__class__ is dict and (u := n42.get('开通时间', NO)) is not NO else attribute(n42, '开通时间')):
            p1 = (u if n42.__class__ is dict and (u := n42.get('开通时间', NO)) is not NO else attribute(n42, '开通时间'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[139],
                p1.encode(),
                C[140],
                ))
            else:
                extend((
                C[139],
                put(p1, S[209], state),
                C[140],
                ))
            pass
        if (u if n42.__class__ is dict and (u := n42.get('联系人', NO)) is not NO else attribute(n42, '联系人')):
            p1 = (u if n42.__class__ is dict and (u := n42.get('联系人', NO)) is not NO else attribute(n42, '联系人'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[141],
                p1.encode(),
                ))
            else:
                extend((
                C[141],
                put(p1, S[212], state),
                ))
            if (u if n42.__class__ is dict and (u := n42.get('电话', NO)) is not NO else attribute(n42, '电话')):
                p1 = (u if n42.__class__ is dict and (u := n42.get('电话', NO)) is not NO else attribute(n42, '电话'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[142],
                    p1.encode(),
                    ))
                else:
                    extend((
                    C[142],
                    put(p1, S[214], state),
                    ))
                pass
            pass
        extend((
        C[143],
        ))
        pass
    if n44:
        p1 = n16
        p3 = n45
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
            put(p1, S[219], state),
            C[145],
            put(p3, S[220], state),
            C[146],
            ))
        pass
    q10 = items(n46)
    z10 = len(q10)
    meter.enter(z10, 268)
    for i10, k10 in enumerate(q10):
        if not i10 & 63: meter.check()
        p1 = n16
        p3 = (u if k10.__class__ is dict and (u := k10.get('题', NO)) is not NO else attribute(k10, '题'))
        p5 = (u if k10.__class__ is dict and (u := k10.get('文', NO)) is not NO else attribute(k10, '文'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
            extend((
            C[147],
            p1.encode(),
            C[148],
            p3.encode(),
            C[149],
            p5.encode(),
            C[150],
            ))
        else:
            extend((
            C[147],
            put(p1, S[223], state),
            C[148],
            put(p3, S[224], state),
            C[149],
            put(p5, S[225], state),
            C[150],
            ))
        pass
    extend((
    C[151],
    ))
    q11 = items(n47)
    z11 = len(q11)
    meter.enter(z11, 19)
    for i11, k11 in enumerate(q11):
        if not i11 & 63: meter.check()
        p0 = (u if k11.__class__ is dict and (u := k11.get('职务', NO)) is not NO else attribute(k11, '职务'))
        p1 = (u if k11.__class__ is dict and (u := k11.get('姓名', NO)) is not NO else attribute(k11, '姓名'))
        p3 = (u if k11.__class__ is dict and (u := k11.get('电话', NO)) is not NO else attribute(k11, '电话'))
        if p0.__class__ is str and p1.__class__ is str and p3.__class__ is str and len(t := p0 + p1 + p3) < FREE and special(t) is None:
            extend((
            p0.encode(),
            p1.encode(),
            C[152],
            p3.encode(),
            ))
        else:
            extend((
            put(p0, S[228], state),
            put(p1, S[229], state),
            C[152],
            put(p3, S[230], state),
            ))
        if (not (i11 == z11 - 1)):
            extend((
            C[153],
            ))
            pass
        pass
    extend((
    C[154],
    ))
    if n48:
        extend((
        put(n48, S[235], state),
        ))
        pass
    extend((
    put(n49, S[237], state),
    ))
    if n50:
        p1 = n50
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[155],
            p1.encode(),
            C[156],
            ))
        else:
            extend((
            C[155],
            put(p1, S[239], state),
            C[156],
            ))
        pass
    q12 = items(n51)
    z12 = len(q12)
    meter.enter(z12, 26965)
    for i12, k12 in enumerate(q12):
        if not i12 & 63: meter.check()
        p1 = (u if k12.__class__ is dict and (u := k12.get('标签', NO)) is not NO else attribute(k12, '标签'))
        p3 = (u if k12.__class__ is dict and (u := k12.get('名称分行', NO)) is not NO else attribute(k12, '名称分行'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[157],
            p1.encode(),
            C[158],
            p3.encode(),
            C[159],
            ))
        else:
            extend((
            C[157],
            put(p1, S[242], state),
            C[158],
            put(p3, S[243], state),
            C[159],
            ))
        if ((u if k12.__class__ is dict and (u := k12.get('种类', NO)) is not NO else attribute(k12, '种类')) == '回执'):
            extend((
            C[160],
            ))
            pass
        if ((u if k12.__class__ is dict and (u := k12.get('种类', NO)) is not NO else attribute(k12, '种类')) == '请假'):
            extend((
            C[161],
            ))
            pass
        pass
    if n6:
        p1 = n6
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[162],
            p1.encode(),
            C[163],
            ))
        else:
            extend((
            C[162],
            put(p1, S[250], state),
            C[163],
            ))
        pass
    extend((
    C[164],
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
