/** Adding to the list of a step while an entry before it is being saved. */
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import AddEntry from '#renderer/console/pages/now/worklist/AddEntry.vue'
import { incident, step } from '../board-parts.ts'
import { accepted, mountConsole } from './desk.ts'

it('keeps what is typed meanwhile, and is empty where nothing was', async () => {
  const waiting: (() => void)[] = []
  const { page, show } = await mountConsole(
    AddEntry,
    { step: step({ id: 'tell' }), incident: incident({ id: 'one' }), persons: true },
    {
      'incident/list-add': () =>
        new Promise((answer) => {
          waiting.push(() => answer(accepted<'incident/list-add'>({})))
        }),
    },
  )
  await show({})
  const name = page.get<HTMLInputElement>('input')
  const add = async (before: string, meanwhile: string): Promise<string> => {
    await name.setValue(before)
    await page.get('form').trigger('submit')
    if (meanwhile !== before) await name.setValue(meanwhile)
    waiting.shift()?.()
    await flushPromises()
    return name.element.value
  }
  expect(await add('王大爷', '李大妈')).toBe('李大妈')
  expect(await add('李大妈', '李大妈')).toBe('')
})
