/** Says which events of today go up as their hash alone. */
import { placesStream } from '../places/stream.ts'

/**
 * Whether an event names somebody's home in clear: the site's register does, for places that it has
 * marked private (docs/privacy.md); wherever else a home is named it is sealed. Who acted goes up
 * with every event: the chain binds it.
 */
export const namesHome = ({ stream, body }: { stream: string; body: unknown }): boolean =>
  placesStream.idOf(stream) !== null && JSON.stringify(body).includes('"private":true')
