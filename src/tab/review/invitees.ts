import { inWords } from '../../words/t.ts'
import { type Contributor, contributorRoles, statutoryInvitees } from '../../domain/records/contributor.ts'

/** Statutory people in the list who have no date of invitation. */
export const notInvited = (contributors: readonly Pick<Contributor, 'role' | 'invited'>[]): string[] =>
  contributors
    .filter(({ role, invited }) => (statutoryInvitees as readonly string[]).includes(role) && !invited)
    .map(({ role }) => inWords(contributorRoles[role]))
