/**
 * Reports at a site of all kinds. They name the place, as a caller does: without one, ten plans for
 * a fire fit equally well.
 */
import type { SpokenReports } from './kinds.ts'

export const EVERYWHERE: SpokenReports = {
  all: {
    'gas-hotline-failure': ['热线打不通', '客服热线全是忙音', 'rexian dabujin'],
    'gas-recharge-terminal-failure': ['好多小区的充值机都用不了'],
    'gas-counter-system-failure': ['受理系统死机了'],
    'gas-hall-power-cut': ['和平路营业厅停电了'],
    'gas-safety-home-visit-attack': ['安检员上门被用户打了'],
    'gas-premises-fire': ['营业厅着火了'],
    'gas-threatening-call': ['接到恐吓电话'],
    'gas-accident-hotline': ['用户家燃气泄漏'],
    'government-hall-fire': ['政务大厅着火了'],
    'government-hall-power-cut': ['政务大厅停电'],
    'government-hall-disturbance': ['办证的人太多，大厅秩序乱了'],
    'branch-general': ['网点里有人打架', '网点门口淹了'],
    'branch-network-attack': ['网点电脑中了勒索病毒'],
    'bank-casualty': ['柜员受伤流血了'],
    'bank-fire': ['自助银行冒烟', '支行着火'],
    'bank-network-security': ['网银被黑客攻击'],
    'bank-power-cut': ['支行停电了'],
    'company-accident': ['车间工人被机器夹住了'],
    'company-failure': ['服务器宕机'],
    'company-sudden-event': ['食堂好多人呕吐'],
    'conference-service': ['会场话筒没声', '参会代表晕倒'],
    'generic-service': ['客人在餐厅烫伤了'],
    'hotel-fire': ['酒店客房着火', '客房烟感响了'],
    'mall-fire': ['商场着火了'],
    'mall-natural-disaster': ['暴雨，商场地下车库进水'],
    'mall-personal-injury': ['小孩在扶梯上夹了脚'],
    'mall-other-event': ['商场电梯困人', '小孩走丢了'],
    'municipal-centre-general': ['市政服务中心着火', '服务中心有疑似传染病人'],
  },
}
