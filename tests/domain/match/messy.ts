/**
 * Messy reports, as they really come: slips of the input method, dialect, mixed English, long
 * stories, denials, numbers, two things at once. Words and triggers may be tuned for these; before
 * they were, 80 % had the right plan first.
 */
import type { Quiet, SpokenReports } from './kinds.ts'

export const MESSY: SpokenReports = {
  'gas-customer-service': {
    'gas-hotline-failure': [
      '热现打不进',
      '热线热线！！快 打不通啊啊啊',
      'hotline全down了，客户打不进',
      '96777从8:15开始忙音，已经23分钟，6个坐席都一样',
      '不是充值机的事，是热线断线了',
    ],
    'gas-recharge-terminal-failure': [
      'kiosk好几台offline，充不了值',
      '充值几黑屏了 3台 江南小区',
      '热线没问题，是小区里的充值机全部黑屏',
    ],
    'gas-counter-system-failure': [
      '系统hang住了，print不出票',
      '受理系桶死机',
      '电没停，就是受理系统死机了，三个窗口都办不了',
    ],
    'gas-hall-power-cut': [
      '营业听停电了',
      '停电啦停电啦，营业厅，15:20停的，UPS还剩20分钟',
      '厅头冇电咯，灯都熄哒',
    ],
    'gas-customer-fall-or-illness': [
      '有个嬢嬢绊到起，脑壳出血了',
      '客户faint了，快call 120',
      '喂你好我是城南营业厅的小李，今天上午人比较多，叫号到四十几号的时候有一位老人家可能是站得太久了吧，他家里人也不在身边，结果一下子就晕倒了，现在躺在地上我们不敢动他',
    ],
    'gas-premises-fire': [
      '不是演习，营业厅真的着火了',
      '着火了着火了营业厅着火',
      '营业厅着伙了，好大的烟',
    ],
    'gas-accident-hotline': [
      '用户屋头一股煤气味道，脑壳昏',
      '12幢302漏气，用户电话138xxxx，关阀了还有味',
    ],
    'gas-fight-theft-robbery': ['有人抢劫，不是演练，拿刀的', '2个人打架1个受伤，在3号窗口'],
    'gas-agitated-customer': [
      '有个customer一直在yelling，说bill算错了',
      '没有打人，但是客户情绪很激动一直骂',
    ],
  },
  'government-hall': {
    'government-hall-fire': ['没有停电，是二楼着火了', '大厅冒yan，快来人'],
    'government-hall-disturbance': ['窗口又吵又打，一个男的不肯走，骂得好难听'],
  },
  mall: {
    'mall-personal-injury': ['小娃儿遭扶梯夹到脚杆咯', '1F中庭，女，约60岁，摔倒，出血'],
    'mall-fire': ['3F起火+停电', '商场没停业，但是后厨着火了'],
  },
  'bank-window': {
    'bank-power-cut': ['支行停电了，但是没有着火也没人受伤', '柜面冇电，机器熄晒'],
    'bank-casualty': ['客户晕倒了！不是我们的员工，是客户！', 'a customer 晕倒 in lobby'],
  },
  hotel: {
    'hotel-fire': ['1512 smoke!! 客人说烟从空调出来的', '酒店8f着火，2人没出来'],
    'generic-service': ['没有着火，是地震，客人都跑下来了'],
  },
}

/** What has every word of a report and is none. */
export const MESSY_NOTHING: Quiet = {
  'gas-customer-service': [
    '没有着火，只是演习铃响',
    '不是漏气，是用户烧菜的味道',
    '热线没断，刚才是误报',
    '没人受伤，也没有打架',
    '明天演练：假设营业厅着火，请大家配合',
  ],
  'government-hall': ['没有着火也没有停电，一切正常', '消防演习而已，不是火警'],
  mall: ['不是地震，是楼下在打桩'],
  'bank-window': ['没有停电，换灯泡而已'],
}
