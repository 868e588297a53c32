import type { Role } from './world.ts'

/** A person of the made-up school and the token that speaks for them. */
export type Persona = {
  id: string
  token: string
  user: { id: string; displayName: string; userPrincipalName: string; mail: string }
  jobTitle?: string
}

/** A site to begin with. `path` is `/sites/oakfield-senco`; members are persona ids. */
export type SiteSeed = { path: string; displayName: string; members: { readonly [persona: string]: Role } }
