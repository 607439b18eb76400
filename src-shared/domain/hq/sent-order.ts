/** What may still be done about an order that HQ has handed down. */

/** How it stands at one site; `state` as HQ knows it. */
type AtSite = { state: string; withdrawn: boolean }

/** Whether it can be taken back there: what a site has answered stays. */
export const mayWithdraw = ({ state, withdrawn }: AtSite): boolean =>
  !withdrawn && state !== 'accepted' && state !== 'declined'
