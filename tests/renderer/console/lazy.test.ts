/** A part that is loaded when it is first shown: what a person asks of it before is not lost. */
import { flushPromises, mount } from '@vue/test-utils'
import { defineComponent, h, ref, type Component } from 'vue'
import { expect, it } from 'vitest'
import { lazyPart, pickOnceLoaded, type Picking } from '#renderer/console/components/lazy.ts'

/** A page with a button and a part that comes when `arrive` is called. */
function pageOfLatePart() {
  let picked = 0
  const Part = defineComponent({
    setup: (_, { expose }) => {
      expose({ pick: () => (picked += 1) })
      return () => h('i')
    },
  })
  const { promise, resolve } = Promise.withResolvers<Component>()
  const Late = lazyPart(() => promise)
  const page = mount({
    setup: () => {
      const part = ref<Picking>()
      return () => [h('button', { onClick: () => pickOnceLoaded(part) }), h(Late, { ref: part })]
    },
  })
  const arrive = async (): Promise<void> => {
    resolve(Part)
    await flushPromises()
  }
  return { page, arrive, picked: () => picked }
}

it('opens its field for files at the click, once', async () => {
  const { page, arrive, picked } = pageOfLatePart()
  await arrive()
  await page.get('button').trigger('click')
  expect(picked()).toBe(1)
})

it('opens it when it has come, if the click was earlier', async () => {
  const { page, arrive, picked } = pageOfLatePart()
  await page.get('button').trigger('click')
  expect(picked()).toBe(0)
  await arrive()
  expect(picked()).toBe(1)
})
