/**
 * Lists what must propose nothing: chatter, inquiries, rehearsals, what was planned, what is past
 * or over. The rules of filter-non-reports.ts may be tuned for these.
 */
import type { Quiet } from './kinds.ts'

export const NOTHING: Quiet = {
  'gas-customer-service': [
    '热线恢复了',
    '热线修好了，可以打进来了',
    '充值机已经好了',
    '营业厅来电了',
    '营业厅已经恢复供电',
    '系统恢复正常了',
    '火已经扑灭了',
    '燃气不漏了，处理完了',
    '想问充值怎么办理',
    '燃气费怎么交',
    '请问热线号码是多少',
    '没有着火',
    '不是爆炸，是放鞭炮',
    '你好',
    '上个月停电的事结了吗',
    '昨天摔倒的客户出院了',
    '热线已经恢复了',
    '来电了，营业厅灯都亮了',
    '上周那台充值机修了多少钱',
    '请问营业厅几点下班',
    '充值卡怎么办理',
    '昨天的停电报告写好了吗',
    '客户消气了，已经走了',
  ],
  'government-hall': [
    '今天天气不错',
    '猫眼坏了',
    '服务大厅灭火器过期了',
    '明天上午消防演练',
    '去年大厅着火的材料在哪',
    '大厅来电了，一切正常',
    '灭火器检查完了，都合格',
    '火灾演练的总结发我一份',
    '明天谁值班',
  ],
  mall: [
    '停车场在几楼',
    '走失的小孩已经找到了',
    '商场几点关门',
    '消防培训改到下周',
    '停车费怎么收',
    '孩子找到了，没事了',
  ],
  'bank-window': [
    'wo zai kan dianying',
    '停电演练什么时候做',
    '网银已恢复',
    '系统修好了，可以办业务',
    '今天利率是多少',
  ],
  hotel: ['早餐几点', '火警误报，已经解除', '退房是几点'],
  company: ['设备修好了', '下周二开会', '打印纸没有了'],
  'municipal-centre': ['119', '办证要带什么材料', '去年地震的时候我也在'],
  conference: ['话筒好了', '', '会议几点开始'],
  branch: ['病毒清掉了，已经恢复'],
}
