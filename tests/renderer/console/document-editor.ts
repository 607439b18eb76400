/**
 * The editor of a document of the site’s own over a line that the test holds: what it is asked,
 * what it has saved, and the dialogs of its page.
 */
import { flushPromises } from '@vue/test-utils'
import { vi } from 'vitest'
import DocumentEditPage from '#renderer/console/pages/plans/document/edit/DocumentEditPage.vue'
import { DOCUMENT_FORM } from '#renderer/console/pages/plans/document/edit/draft/document-draft.ts'
import { newDocument } from '#renderer/console/pages/plans/document/edit/draft/new-rows.ts'
import { SAVE_AFTER_MS } from '#renderer/console/pages/plans/edit/use-autosave.ts'
import { CHECK_AFTER_MS } from '#renderer/console/pages/plans/edit/use-check.ts'
import type { PlanDraft, PlanFinding, SavedDraft } from '#shared/contract/plans.ts'
import type { Post } from '#shared/contract/site.ts'
import { localized } from '#shared/domain/text.ts'
import { accepted, mountConsole } from './desk.ts'
import { typeSummary } from './plans.ts'

export const ID = 'dtyjya'
const GUARDS: Post = {
  id: 'guards',
  name: localized('保安', 'Guards'),
  kind: 'group',
  documents: [localized('商场预案', 'Mall')],
}

type Findings = readonly PlanFinding[]
export async function editor({
  findings = [] as Findings,
  planFindings = [] as Findings,
  answers = {} as Parameters<typeof mountConsole>[2],
} = {}) {
  const stored: { saved: SavedDraft | null } = {
    saved: {
      draft: DOCUMENT_FORM.write(newDocument(ID, { zh: '电梯应急预案', en: '' }, ['mall'])),
      basedOn: 'draft-1',
      savedAt: 0,
      by: '周敏',
    },
  }
  let version = 1
  const mounted = await mountConsole(
    DocumentEditPage,
    { documentId: ID },
    {
      'documents/list': () => accepted<'documents/list'>([]),
      'documents/draft-read': () =>
        accepted<'documents/draft-read'>(stored.saved && structuredClone(stored.saved)),
      'documents/check': () =>
        accepted<'documents/check'>({ findings, document: null, revision: null, follows: [] }),
      'documents/drafts': () =>
        accepted<'documents/drafts'>([
          {
            ...{ document: ID, title: localized('电梯应急预案', ''), isNew: true },
            ...{ savedAt: 0, by: '周敏', plans: ['lift-trapped'] },
          },
        ]),
      'plans/drafts': () =>
        accepted<'plans/drafts'>([
          {
            ...{ planId: 'lift-trapped', title: localized('电梯困人', ''), isNew: true },
            ...{ document: ID, savedAt: 0, by: '周敏' },
          },
        ]),
      'plans/draft-read': () =>
        accepted<'plans/draft-read'>({ draft: {}, basedOn: 'p-1', savedAt: 0, by: '周敏' }),
      'plans/check': () => accepted<'plans/check'>({ findings: planFindings, plan: null }),
      'types/list': () =>
        accepted<'types/list'>([
          typeSummary('x', {
            category: 'equipment',
            categoryName: localized('设备故障', 'Equipment'),
          }),
        ]),
      'site/read': () =>
        accepted<'site/read'>({
          ...{ name: localized('江畔', 'Riverside'), zone: 'Asia/Shanghai', kinds: ['mall'] },
          ...{ setUp: true, kindsOffered: [], canChangeZone: false, posts: [GUARDS] },
          ...{ loaded: { plans: 1, types: 1, documents: [] } },
          missing: { posts: [], phones: [], units: [] },
        }),
      'documents/draft-save': (input) => {
        stored.saved = {
          draft: structuredClone(input.draft) as PlanDraft,
          basedOn: `draft-${++version}`,
          savedAt: 1,
          by: '周敏',
        }
        return accepted<'documents/draft-save'>({ findings: [], basedOn: `draft-${version}` })
      },
      'documents/approve': () => accepted<'documents/approve'>({ revision: 'r1', plans: [] }),
      ...answers,
    },
  )
  await mounted.show({})
  const rested = async (): Promise<void> => {
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS + CHECK_AFTER_MS + 50)
    await flushPromises()
  }
  await rested()
  const { page } = mounted
  return {
    ...mounted,
    rested,
    field: (label: string) => page.get<HTMLInputElement>(`[aria-label="${label}"]`),
    button: (name: string) => {
      const wrapper = page.findAll('button').find((button) => button.text().includes(name))
      if (!wrapper) throw new Error(`no button ${name}`)
      return wrapper
    },
    saved: () =>
      mounted.station.of('documents/draft-save').at(-1)?.draft as
        Record<string, Record<string, unknown>> | undefined,
  }
}
export const dialogButton = (words: string): HTMLButtonElement => {
  const target = [...document.querySelectorAll<HTMLButtonElement>('.el-dialog button')].find(
    (button) => button.textContent?.includes(words),
  )
  if (!target) throw new Error(`no button ${words}`)
  return target
}

/** The dialog with something in each of its fields. */
export function fillAll(): void {
  for (const input of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    '.el-dialog input:not([type=checkbox]), .el-dialog textarea',
  )) {
    input.value = '一'
    input.dispatchEvent(new Event('input'))
  }
}
