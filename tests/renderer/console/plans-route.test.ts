/** Tests the addresses of pages, read and written. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPinia, setActivePinia } from 'pinia'
import { cardLink, documentLink, libraryLink, planLink } from '#renderer/console/base/links.ts'
import { hashOf, placeOf, useRoute } from '#renderer/console/base/route.ts'
import { pageOf } from '#renderer/console/app/page.ts'
import { PAGES } from '#renderer/console/page-table.ts'
import { viewOf } from '#renderer/console/pages/plans/plans-view.ts'

const viewAt = (hash: string) => viewOf(placeOf(hash))

describe('the address after #', () => {
  beforeEach(() => {
    location.hash = ''
  })
  afterEach(() => {
    location.hash = ''
  })

  it('names a path and what is asked of it, and reads back as it was written', () => {
    expect(placeOf('#/plans/mall-fire?revision=ab12&at=mf-01')).toEqual({
      path: ['plans', 'mall-fire'],
      query: { revision: 'ab12', at: 'mf-01' },
    })
    expect(placeOf(hashOf(['plans', '办公 楼/1'], { at: 'x&y' }))).toEqual({
      path: ['plans', '办公 楼/1'],
      query: { at: 'x&y' },
    })
    expect(hashOf(['plans'], { by: undefined })).toBe('#/plans')
  })

  it.each(['', '#', '#key=abc', '#/', '#/nowhere', '#/%E0%A4%A'])(
    '%s opens 当前: a key that signs in, or nothing that is a page',
    (hash) => {
      expect(pageOf(PAGES, placeOf(hash)).id).toBe('now')
    },
  )

  it.each([
    ['#/now', 'now'],
    ['#/plans', 'plans'],
    ['#/plans/mall-fire/edit', 'plans'],
    ['#/documents/mall', 'plans'],
    ['#/site', 'site'],
  ])('%s belongs to the page %s', (hash, id) => {
    expect(pageOf(PAGES, placeOf(hash)).id).toBe(id)
  })

  it('names each view of the plan pages', () => {
    expect(viewAt('#/plans')).toEqual({ kind: 'library', by: 'document', make: false })
    expect(viewAt('#/plans?by=nonsense')).toEqual({ kind: 'library', by: 'document', make: false })
    expect(viewAt(libraryLink('open'))).toEqual({ kind: 'library', by: 'open', make: false })
    expect(viewAt(planLink('mall-fire', { revision: 'ab', at: 'flow' }))).toEqual({
      kind: 'plan',
      planId: 'mall-fire',
      revision: 'ab',
      at: 'flow',
    })
    expect(viewAt(cardLink('mall-fire', 'guards', 'ab'))).toEqual({
      kind: 'card',
      planId: 'mall-fire',
      revision: 'ab',
      role: 'guards',
    })
    expect(viewAt('#/plans/mall-fire/edit')).toEqual({ kind: 'edit', planId: 'mall-fire' })
    expect(viewAt(documentLink('mall'))).toEqual({
      kind: 'document',
      documentId: 'mall',
      at: undefined,
    })
  })

  it('is followed at once, and so is an address that the browser changes', () => {
    setActivePinia(createPinia())
    const route = useRoute()
    route.go('#/plans')
    expect(route.place.path).toEqual(['plans'])
    expect(location.hash).toBe('#/plans')
    location.hash = '#/site'
    dispatchEvent(new Event('hashchange'))
    expect(route.place.path).toEqual(['site'])
  })
})
