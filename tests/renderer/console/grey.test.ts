/** No control of the console is off without its reason. */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useGrey } from '#renderer/console/base/grey.ts'
import SaveLine from '#renderer/console/components/SaveLine.vue'
import { fact, NOW, SECOND } from '../board-parts.ts'
import { mountConsole, press } from './desk.ts'
import { consoleShowing, fire } from './fire-at-desk.ts'

const files = import.meta.glob<string>('../../../src-renderer/console/**/*.vue', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const tags = Object.entries(files).flatMap(([path, source]) =>
  (source.match(/<[A-Za-z]+(?:"[^"]*"|[^">])*>/g) ?? []).map((tag) => ({
    tag,
    file: path.split('/').at(-1),
  })),
)
/** Off by itself; what stands beside it says why. */
const SAYS_ITSELF: Record<string, string> = {
  'PlanDialog.vue': 'a plan that runs already bears that word',
  'ValuesPart.vue': 'the first line of a list, which asks to choose',
  'OpenQuestions.vue': 'the first line of a list, which asks to choose',
  'RosterColumns.vue': 'the first line of a list, which asks to choose',
}

describe('a control that is off', () => {
  it('is so by useGrey, which gives the reason, and by nothing else', () => {
    const otherwise = tags.filter(({ tag }) => /\s:?(aria-)?disabled[\s=>]/.test(tag))
    expect([...new Set(otherwise.map(({ file }) => file))].sort()).toEqual(
      Object.keys(SAYS_ITSELF).sort(),
    )
  })

  it('shows its reason in place of what it does when it can be pressed', () => {
    const greys = tags.filter(({ tag }) => /v-bind="[^"]*\b(grey|dim)\(/.test(tag))
    expect(greys.length).toBeGreaterThan(50)
    for (const { tag, file } of greys) {
      const title = tag.search(/\s:?title=/)
      expect(title < tag.search(/v-bind="/), `${file}: its title stands behind`).toBe(true)
    }
  })

  it('says that something is on its way, that contact is lost, or what is missing', async () => {
    const probe = defineComponent({
      setup() {
        const { grey, dim, unfilled, because } = useGrey()
        return () =>
          h('div', [
            h('button', grey(true, 'x')),
            h('button', grey(false, unfilled(['a', 'A'], [' ', '文件夹（完整路径）']))),
            h('button', grey(false)),
            h('button', dim(because('changed'))),
          ])
      },
    })
    const { page, show, station } = await mountConsole(probe)
    const titles = () => page.findAll('button').map((button) => button.attributes('title'))
    expect(titles()[0]).toContain('失去联系')
    await show({ incidents: [] })
    expect(titles()).toEqual([
      '正在记录，请稍候',
      '先填“文件夹”',
      undefined,
      '画面刚变，请稍候再按',
    ])
    const off = page.findAll('button').map((button) => button.attributes('disabled') !== undefined)
    expect(off).toEqual([true, true, false, false])
    expect(page.findAll('button')[3]?.attributes('aria-disabled')).toBe('true')
    station.status.value = 'signed-out'
    await flushPromises()
    expect(titles()[0]).toContain('未登录')
  })

  it('in a form says it beside the button, and the button is described by it', async () => {
    const { page } = await mountConsole(SaveLine, { label: '记录', why: '先填“原因”' })
    const button = page.get('button')
    expect(page.get(`#${button.attributes('aria-describedby')}`).text()).toBe('先填“原因”')
    await page.setProps({ why: null, sending: true })
    expect(button.text()).toBe('正在记录')
    expect(page.find('.why').exists()).toBe(false)
  })

  it('says on the page why a number that is none cannot be recorded', async () => {
    const howMany = fact({ key: 'many', options: [], unit: null })
    const { page } = await consoleShowing({
      now: NOW + SECOND,
      incidents: [fire({ facts: [howMany] })],
    })
    press('Escape')
    const record = page.findAll('button').find((button) => button.text() === '记录')!
    expect(record.attributes('title')).toBe('先填数字，不小于零')
  })
})
