/** What the page of every editor does: its view, what is compared, its dialogs, and its ends. */
import { ref, type Ref } from 'vue'
import { LIBRARY } from '#renderer/console/base/links.ts'
import { useRoute } from '#renderer/console/base/route.ts'
import type { Sides } from './diff/sides.ts'
import type { Tab } from './frame/editor-acts.ts'
import type { FrameDesk } from './frame-desk.ts'

/** The dialogs that every editor has. */
export type EditorDialog = 'approve' | 'abolish' | 'discard'
export type EditorPage<D extends string> = {
  tab: Ref<Tab>
  /** Revisions that are compared; null: the draft and what is in force. */
  sides: Ref<Sides>
  /** How many differences the draft has; null: nobody has looked. */
  changes: Ref<number | null>
  /** The revision that was just approved. */
  fresh: Ref<string | null>
  dialog: Ref<D | EditorDialog | null>
  /** It is approved as this revision; null: it is abolished. */
  recorded: (revision: string | null) => void
  /** False: the station has not thrown the draft away. A new one leads back to the library. */
  discard: () => Promise<boolean>
  compare: (from: string, to: string) => void
}

/** @param tab the view that is shown; the desk of the editor changes it too. */
export function useEditorPage<D extends string>(
  tab: Ref<Tab>,
  desk: Pick<FrameDesk, 'discard' | 'inForce'>,
): EditorPage<D> {
  const route = useRoute()
  const sides = ref<Sides>({ from: null, to: null })
  const changes = ref<number | null>(null)
  const fresh = ref<string | null>(null)
  const dialog: Ref<D | EditorDialog | null> = ref(null)

  return {
    tab,
    sides,
    changes,
    fresh,
    dialog,
    recorded(revision) {
      dialog.value = null
      fresh.value = revision
      if (revision !== null) changes.value = null
      tab.value = 'record'
    },
    async discard() {
      dialog.value = null
      if (!(await desk.discard())) return false
      changes.value = null
      if (!desk.inForce.value) route.go(LIBRARY)
      return true
    },
    compare(from, to) {
      sides.value = { from, to }
      tab.value = 'diff'
    },
  }
}
