/**
 * What is asked a caller to make sure of a report: three questions of its type, first of all the
 * number to call back. They are offered, and nothing waits for an answer.
 */
import { localized, type LocalizedText } from '../text.ts'

const CALL_BACK = localized('回拨号码是多少？', 'Which number can be called back?')

type Pair = readonly [LocalizedText, LocalizedText]

/** By what is in the code of a type, the graver first. */
const BY_KIND: readonly (readonly [RegExp, Pair])[] = [
  [
    /armed|weapon|robbery|terror|threat|restraint|suspicious/,
    [
      localized('对方几个人，有没有刀枪？', 'How many are they, and are they armed?'),
      localized('人在哪里，您现在安全吗？', 'Where are they, and are you safe now?'),
    ],
  ],
  [
    /fire|explosion/,
    [
      localized('看到明火，还是只有烟？', 'Are there flames, or only smoke?'),
      localized('有没有人被困或受伤？', 'Is anybody trapped or hurt?'),
    ],
  ],
  [
    /gas|leak/,
    [
      localized('现在还有气味吗，阀门关了没有？', 'Does it still smell, and is the valve shut?'),
      localized('附近有没有明火，有没有人不舒服？', 'Is there a flame near it, or anybody unwell?'),
    ],
  ],
  [
    /trapped/,
    [
      localized('困了几个人，能说话吗？', 'How many are trapped, and can they speak?'),
      localized('是哪部电梯，停在几层？', 'Which lift is it, and at which floor?'),
    ],
  ],
  [
    /injury|illness|health|infectious|bite|traffic/,
    [
      localized('几个人，清醒吗，有呼吸吗？', 'How many, are they awake, do they breathe?'),
      localized('确切位置，谁在旁边？', 'Where exactly, and who is with them?'),
    ],
  ],
  [
    /fight|conflict|disorder|attack|disturbance|crowd|agitated|security/,
    [
      localized('几个人，动手了没有？', 'How many, and has anybody been hit?'),
      localized('有没有人受伤？', 'Is anybody hurt?'),
    ],
  ],
  [
    /power|outage|electrical/,
    [
      localized('停了哪些地方，几点开始？', 'Where is it out, and since when?'),
      localized('有没有焦味，有没有人被困？', 'Does it smell burnt, and is anybody trapped?'),
    ],
  ],
  [
    /system|hotline|network|counter|recharge|failure|communication/,
    [
      localized('几点开始，哪些业务受影响？', 'Since when, and which services?'),
      localized('别的窗口、别的人也这样吗？', 'Is it the same for others?'),
    ],
  ],
  [
    /natural|weather|flood|earthquake/,
    [
      localized('哪里受影响，有没有进水或损坏？', 'What is affected, is there water or damage?'),
      localized('有没有人被困或受伤？', 'Is anybody trapped or hurt?'),
    ],
  ],
]

const ANY: Pair = [
  localized('发生了什么，确切位置在哪里？', 'What has happened, and where exactly?'),
  localized('有没有人受伤或被困？', 'Is anybody hurt or trapped?'),
]

/** Three, the number to call back first. `type` null: not known yet. */
export function verifyingQuestions(type: string | null): readonly LocalizedText[] {
  const kind = BY_KIND.find(([words]) => type !== null && words.test(type))
  return [CALL_BACK, ...(kind?.[1] ?? ANY)]
}
