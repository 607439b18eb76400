/**
 * Writes a caller's words as plain speech before they are heard: dialect and the r at the end of
 * northern words go (没气儿了 is 没气了, 冇电 is 没有电), a long sound is one (嘶——嘶 is 嘶嘶), and
 * figures of speech no longer sound like what they are not (气费是抢钱 is no robbery).
 */

const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[—…～~·]+/gu, ''],
  // 儿 after these is a sound, but 口儿子 and 幼儿 are not
  [/(?<=[味气火烟口门边间墩眼块点事劲信音缝圈腿苗影会])儿(?![子童女媳科])/gu, ''],
  [/自个儿?|各自个/gu, '自己'],
  [/([那这哪])儿(?=[^子童女媳科]|$)/gu, '$1里'],
  [/(?:莫得|冇得|冇|没得(?!电))/gu, '没有'],
  [/煳/gu, '糊'],
  [/咗/gu, '了'],
  [/[喺]/gu, '在'],
  [/畀/gu, '被'],
  [/佢/gu, '他'],
  [/唔(?=[识系到得醒见住好])/gu, '不'],
  [/瞅|睇|瞧/gu, '看'],
  [/晓得/gu, '知道'],
  [/甭|莫要/gu, '别'],
  [/俺们|咱们|咱/gu, '我们'],
  [/(?<=[是等于像跟]|简直|分明|明摆着)(?:在|要)?抢(?:钱|劫)/gu, '坑钱'],
  [/吐(?=[卡票钱单])/gu, '退'],
  [/(?<![燃煤然化沼暖天氧氢液热供排打])气[炸爆](?=了|我|坏|死|$)|肺都?[要]?炸/gu, '气坏'],
  [/炸(?:了)?锅/gu, '闹开'],
  [/(?<=[急气吓累烦热冷慢卡挤忙熏烫疼痛饿])死(?:了|人|我|个人)?(?![亡伤])/gu, '得很'],
  [/(?<=[得个])要(?:命|死)/gu, '很'],
  [/死活|打死(?:也|都)/gu, '硬是'],
]

/** The same words, plain: see above. Letters and figures stay as they are. */
export const plainSpeech = (text: string): string =>
  PLAIN.reduce((plain, [way, meant]) => plain.replace(way, meant), text)
