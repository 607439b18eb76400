/** 核实: three questions of the type, the number to call back first. */
import { expect, it } from 'vitest'
import { verifyingQuestions } from '#shared/domain/verifying/questions.ts'

const zh = (type: string | null): readonly string[] =>
  verifyingQuestions(type).map((text) => text.zh)

it.each([
  ['mall-fire.fire', '看到明火，还是只有烟？'],
  ['hall-disturbance.conflict.armed', '对方几个人，有没有刀枪？'],
  ['hall-disturbance.conflict', '几个人，动手了没有？'],
  ['municipal-other.gas', '现在还有气味吗，阀门关了没有？'],
  ['mall-other.facility.trapped', '困了几个人，能说话吗？'],
  ['system-failure.hotline', '几点开始，哪些业务受影响？'],
  ['personal-safety.work-injury', '几个人，清醒吗，有呼吸吗？'],
  ['mall-other.lost-child', '发生了什么，确切位置在哪里？'],
  [null, '发生了什么，确切位置在哪里？'],
])('of %s asks what is needed of it', (type, second) => {
  expect(zh(type)).toHaveLength(3)
  expect(zh(type)[0]).toBe('回拨号码是多少？')
  expect(zh(type)[1]).toBe(second)
})
