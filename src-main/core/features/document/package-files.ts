/** The attachments of a whole document: which go out with its file, and those that one brings. */
import type { BoardFile } from '#shared/domain/board/file-types.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { filesNotOffered } from '#shared/domain/incident/record/file-refusals.ts'
import type { StoredFile } from '#shared/domain/incident/record/files.ts'
import type { AttachmentSubject } from '#shared/domain/plan-attachment/attachment.ts'
import { PURGED } from '#shared/domain/sealed.ts'
import { packedOf, type PackedFile } from '#shared/domain/site-document/package-files.ts'
import { attachmentMissing } from '#shared/domain/site-document/refusals.ts'
import type { Changes } from '../../engine/changes.ts'
import type { DocumentPackage } from '../../ports.ts'
import { standingFiles } from '../attachment/data.ts'
import { attachmentChanges } from '../attachment/decided.ts'
import { isRefusal, type CommandContext, type QueryContext } from '../handler.ts'
import { opened } from '../opened.ts'

/**
 * Those that stand, of the document first: what goes out, and the names of what does not: no room,
 * or its bytes are gone. One whose name was purged is nobody's any more.
 */
export async function filesToPack(
  documentId: string,
  planIds: readonly string[],
  context: QueryContext,
): Promise<{ packed: readonly PackedFile[]; left: readonly string[] }> {
  const of = (subject: AttachmentSubject, plan?: string) =>
    standingFiles(subject, context).map((file) => ({ file, ...(plan !== undefined && { plan }) }))
  const attached = [...of({ documentId }), ...planIds.flatMap((planId) => of({ planId }, planId))]
  const named: readonly { file: BoardFile; plan?: string }[] = await opened(attached, context)
  const gone: string[] = []
  const there: PackedFile[] = []
  for (const { file, plan } of named) {
    const { name, fileId: sha256, bytes, format } = file
    if (name.startsWith(PURGED.zh)) continue
    if (await context.files?.look(sha256))
      there.push({ ...(plan !== undefined && { plan }), name, sha256, bytes, format })
    else gone.push(name)
  }
  const { packed, left } = packedOf(there)
  return { packed, left: [...left.map(({ name }) => name), ...gone] }
}

/** By SHA-256: files that a whole document brings; `left`: names of those that are left out. */
export type Brought = { stored: ReadonlyMap<string, StoredFile>; left: readonly string[] }

const NOTHING: Brought = { stored: new Map(), left: [] }

/**
 * Makes them stay: the record is to speak of them. `withoutMissing`: what did not arrive is left
 * out; else all or none. Refusals: `attachment-missing`, `files-not-offered`.
 */
export async function filesBrought(
  { attachments }: Pick<DocumentPackage, 'attachments'>,
  withoutMissing: boolean,
  { files }: Pick<QueryContext, 'files'>,
): Promise<Brought | Refusal> {
  if (attachments.length === 0) return NOTHING
  if (!files && !withoutMissing) return filesNotOffered()
  const missing: PackedFile[] = []
  for (const file of attachments) {
    const there = await files?.look(file.sha256)
    if (there?.bytes !== file.bytes) missing.push(file)
  }
  const left = [...new Set(missing.map(({ name }) => name))]
  if (left.length > 0 && !withoutMissing) return attachmentMissing(left)
  const stored = new Map<string, StoredFile>()
  for (const file of attachments) {
    if (missing.includes(file)) continue
    const here = await files?.keep(file.sha256)
    if (!here) return attachmentMissing([file.name])
    stored.set(file.sha256, here)
  }
  return { stored, left }
}

/** They are attached here, by whoever imports, where they are not yet. Refusal: `files-full`. */
export function attachBrought(
  { documentId, attachments }: Pick<DocumentPackage, 'documentId' | 'attachments'>,
  { stored }: Brought,
  context: CommandContext,
): readonly Changes[] | Refusal {
  const all: Changes[] = []
  for (const [plan, of] of Map.groupBy(attachments, (file) => file.plan)) {
    const about = plan === undefined ? { documentId } : { planId: plan }
    const there = new Set(standingFiles(about, context).map(({ fileId }) => fileId))
    const added = of.filter(({ sha256 }) => stored.has(sha256) && !there.has(sha256))
    const changes = attachmentChanges(
      about,
      ({ seal }) => ({
        type: 'AttachSeveral',
        files: [...new Map(added.map((file) => [file.sha256, file])).values()].map(
          ({ sha256, name }) => ({
            attachmentId: context.vault.id(context.meta.at),
            file: stored.get(sha256) as StoredFile,
            name: seal(name as Parameters<typeof seal>[0]),
          }),
        ),
      }),
      context,
    )
    if (isRefusal(changes)) return changes
    all.push(changes)
  }
  return all
}
