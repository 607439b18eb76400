/** Which installation of HQ a database belongs to. */
import { localized } from '#shared/domain/text.ts'
import { DatabaseRefused } from './prepare-database.ts'
import type { Query } from './sql.ts'

/** `publicKey`: SPKI, DER, base64. */
export type HqIdentity = { name: string; publicKey: string }

/**
 * Writes down name and key of a new installation; gives the name that holds. `name` null: the one
 * of before. Sites know HQ by its key: another one is refused.
 * @throws {@link DatabaseRefused}
 */
export async function settleIdentity(
  query: Query,
  { name, publicKey }: { name: string | null; publicKey: string },
  at: number,
): Promise<HqIdentity> {
  const [row] = await query<{ name: string; public_key: string }>(
    `insert into hq (id, name, public_key, begun_at) values (1, coalesce($1, '总部'), $2, $3)
     on conflict (id) do update set name = coalesce($1, hq.name)
     returning name, public_key`,
    [name, publicKey, at],
  )
  if (row?.public_key !== publicKey)
    throw new DatabaseRefused(
      'key-differs',
      localized(
        '签名密钥不是这个总部的：各单位只认原来的密钥。请用原来的密钥文件',
        'The signing key is not the one of this HQ, and sites know no other: use its key file',
      ),
    )
  return { name: row.name, publicKey }
}
