/**
 * Where it is and how many are hurt, as callers put it. Written on 2026-11-26 in the same sitting
 * as held-out-callers.ts, before any rule was read; nothing may be tuned for a sentence here.
 */

/** what is said → the place in it; an empty place where none is named. */
export const CALLERS_PLACES: readonly (readonly [string, string])[] = [
  ['四楼海底捞着火了', '四楼海底捞'],
  ['地下二层车库D区有车冒烟', '地下二层车库D区'],
  ['5号门这边有人晕倒', '5号门'],
  ['我在南门，有个小孩走丢了', '南门'],
  ['有人在一楼卫生间摔倒了', '一楼卫生间'],
  ['8号窗口打起来了', '8号窗口'],
  ['翠湖小区12栋2单元501燃气泄漏', '翠湖小区12栋2单元501'],
  ['B1超市着火', 'B1超市'],
  ['第二会议室停电', '第二会议室'],
  ['2号客梯困了人', '2号客梯'],
  ['二车间机器夹手', '二车间'],
  ['档案室冒烟', '档案室'],
  ['有个男的拿刀在服务台', '服务台'],
  ['1602房间有人晕倒', '1602房间'],
  ['有人被困在西区观光梯', '西区观光梯'],
  ['中庭的吊灯掉下来了', '中庭'],
  ['有人持枪抢劫', ''],
  ['有人受伤流血', ''],
  ['着火了快来', ''],
  ['客户在骂人', ''],
]

/** what is said → how many are hurt at least; undefined where it is not told. */
export const CALLERS_CASUALTIES: readonly (readonly [string, number | undefined])[] = [
  ['三个人受伤', 3],
  ['伤了两个，一个重', 2],
  ['着火了，没有人受伤', 0],
  ['有个老人摔倒了', 1],
  ['一家三口煤气中毒叫不醒', 3],
  ['两名员工烫伤', 2],
  ['1人昏迷', 1],
  ['停电了，无人员伤亡', 0],
  ['着火了，不知道有没有人受伤', undefined],
  ['电梯里五六个人被困', undefined],
  ['热线打不通', undefined],
  ['烧伤5个，都送医院了', 5],
]
