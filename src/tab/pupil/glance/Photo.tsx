import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { Stored } from '../../../domain/record.ts'
import { calledName, type Pupil } from '../../../domain/records/pupil.ts'
import { useHiddenDetails } from '../../../ui/hiddenDetails.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useSchool } from '../../../ui/useSchool.ts'

const useStyles = makeStyles({
  photo: { width: '104px', height: '104px', objectFit: 'cover', borderRadius: tokens.borderRadiusLarge },
})

const asAddress = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCodePoint(byte)
  return `data:image/jpeg;base64,${btoa(text)}`
}

/** The pupil's photo as an address that the page itself holds; none while it isn't read, or where there is none. */
const usePhoto = (pupil: Stored<Pupil>, wanted: boolean): string | null => {
  const { files, school } = useServices()
  const { photo } = pupil
  const { data } = useQuery({
    queryKey: ['photo', school.id, photo],
    queryFn: async () => asAddress(await files.read('senco', photo!)),
    enabled: wanted && photo !== null,
    staleTime: Infinity,
    retry: false,
  })
  return wanted && photo !== null ? (data ?? null) : null
}

/** The pupil's photo, where the school shows photos, there is one with consent, and details are not hidden. */
export const Photo = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const styles = useStyles()
  const { hidden } = useHiddenDetails()
  const school = useSchool()
  const address = usePhoto(pupil, (school.data?.photos ?? false) && pupil.photoConsent !== null)
  if (!address || hidden) return null
  return <img className={styles.photo} src={address} alt={calledName(pupil)} />
}
