/**
 * Hears of files that are dropped on the page or pasted into it. Who came last gets them: a dialog
 * before the page behind it, and no page that is only kept alive. What is dropped never leads the
 * page away.
 */
import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue'

type Take = (files: readonly File[]) => void
const takers: Take[] = []

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null

function give(files: FileList | undefined | null, event: Event): void {
  const take = takers.at(-1)
  if (!files || files.length === 0) return
  event.preventDefault()
  take?.([...files])
}
function onDrop(event: DragEvent): void {
  event.preventDefault()
  give(event.dataTransfer?.files, event)
}
/** Whoever pastes a table into a field means its text, not the picture that comes with it. */
function onPaste(event: ClipboardEvent): void {
  const hasText = (event.clipboardData?.getData('text/plain') ?? '') !== ''
  if (!(hasText && isField(event.target))) give(event.clipboardData?.files, event)
}
function onDragOver(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
}

export function useIncomingFiles(take: Take): void {
  function begin(): void {
    if (takers.includes(take)) return
    if (takers.length === 0) {
      document.addEventListener('dragover', onDragOver)
      document.addEventListener('drop', onDrop)
      document.addEventListener('paste', onPaste)
    }
    takers.push(take)
  }
  function end(): void {
    const index = takers.indexOf(take)
    if (index < 0) return
    takers.splice(index, 1)
    if (takers.length > 0) return
    document.removeEventListener('dragover', onDragOver)
    document.removeEventListener('drop', onDrop)
    document.removeEventListener('paste', onPaste)
  }
  onMounted(begin)
  onActivated(begin)
  onDeactivated(end)
  onBeforeUnmount(end)
}
