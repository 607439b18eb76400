/** Tests the figure that counts by itself: it writes into the texts that stand there. */
import { expect, it } from 'vitest'
import { mount } from '@vue/test-utils'
import { nextTick, ref } from 'vue'
import { createWords } from '#renderer/i18n/index.ts'
import LimitFigure from '#renderer/ui/LimitFigure.vue'
import { MINUTE, NOW, SECOND } from '../board-parts.ts'

it('writes what has changed into the texts that stand there, and its parts when they are others', async () => {
  const now = ref(NOW)
  const props = { dueAt: NOW + 2 * SECOND, startedAt: NOW - MINUTE, now: () => now.value }
  const figure = mount(LimitFigure, { props, global: { plugins: [createWords({}, {})] } })
  const [, , digits] = figure.element.children
  const node = digits?.firstChild
  expect(figure.text()).toBe('00:02')
  now.value += SECOND
  await nextTick()
  expect(figure.text()).toBe('00:01')
  expect(digits?.firstChild).toBe(node)
  now.value += SECOND
  await nextTick()
  expect([figure.text(), figure.attributes('data-standing')]).toEqual(['+00:00', 'late'])
  expect([...figure.element.children].map((part) => part.className)).toEqual([
    ...['sign', 'digits', 'colon', 'digits'],
  ])
})
