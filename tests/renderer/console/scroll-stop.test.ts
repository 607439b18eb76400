/** What scrolls can be scrolled by keys, and is no stop for Tab where nothing is out of sight. */
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { h, nextTick, withDirectives } from 'vue'
import { vScrollStop } from '#renderer/console/base/scroll-stop.ts'

const HEIGHT = 100

/** A box of 100 px over content of so many. */
const boxOver = (height: number) =>
  mount(
    {
      props: { height: { type: Number, required: true } },
      setup: (props: { height: number }) => () =>
        withDirectives(
          h('div', {
            'data-height': props.height,
            ref: (element) => {
              if (element instanceof HTMLElement)
                Object.defineProperties(element, {
                  clientHeight: { configurable: true, value: HEIGHT },
                  scrollHeight: { configurable: true, value: props.height },
                })
            },
          }),
          [[vScrollStop]],
        ),
    },
    { props: { height } },
  )

it('is a stop for Tab only while something is out of sight', async () => {
  const box = boxOver(HEIGHT)
  expect(box.attributes('tabindex')).toBeUndefined()
  await box.setProps({ height: 3 * HEIGHT })
  await nextTick()
  expect(box.attributes('tabindex')).toBe('0')
  await box.setProps({ height: HEIGHT })
  await nextTick()
  expect(box.attributes('tabindex')).toBeUndefined()
})
