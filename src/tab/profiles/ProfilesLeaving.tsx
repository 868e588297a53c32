import { useState } from 'react'
import type { StaffProfile } from '../../domain/records/staffProfile.ts'
import type { StaffTarget } from '../../domain/records/staffTarget.ts'
import { useMayRead } from '../../ui/access.ts'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import { useSay } from '../../ui/undo.tsx'
import { profilesPassing } from './passing.ts'
import { PrintProfiles } from './PrintProfiles.tsx'

/** What is to be printed. Each press is a turn of its own: not every host says when its printing has ended. */
export type Printing = { readonly turn: number; readonly profiles: readonly StaffProfile[] }
let turns = 0
export const printingOf = (profiles: readonly StaffProfile[]): Printing => {
  turns += 1
  return { turn: turns, profiles }
}

/**
 * Profiles on their way to paper. Who reads the SENCO's records is asked for whom, and it is logged; others reach
 * neither the register to look through nor the log, so what they were given to read is printed at once.
 */
export const ProfilesLeaving = ({
  printing,
  targets,
  onDone,
}: {
  printing: Printing
  targets: readonly StaffTarget[]
  onDone: () => void
}) => {
  const say = useSay()
  const senco = useMayRead('senco').data
  const [goes, setGoes] = useState(false)
  if (senco === undefined) return null
  const { profiles } = printing
  if (goes || !senco) return <PrintProfiles profiles={profiles} targets={targets} onDone={onDone} />
  return (
    <PassOn
      passing={profilesPassing(profiles, targets, () => setGoes(true))}
      onDone={({ words }) => say(words)}
      onClose={onDone}
    />
  )
}
