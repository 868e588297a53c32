import { t } from '../../../words/t.ts'
import {
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { DocumentRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Photo } from '../../../documents/blocks.ts'
import type { Design } from '../../../documents/design/design.ts'
import { joinedNames } from '../../../documents/minutes/parts.ts'
import { paperKinds, paperName } from '../../../documents/papers/paper.ts'
import {
  leftOut,
  type ProfileLook,
  profileLooks,
  type ProfilePage,
  profilePage,
} from '../../../documents/papers/profilePage.ts'
import type { Stored } from '../../../domain/record.ts'
import { Contact } from '../../../domain/records/contact.ts'
import { Need } from '../../../domain/records/need.ts'
import { Outcome } from '../../../domain/records/outcome.ts'
import { Profile } from '../../../domain/records/profile.ts'
import { Publication } from '../../../domain/records/publication.ts'
import { calledName, type Pupil } from '../../../domain/records/pupil.ts'
import { publicationKeyOf } from '../../../domain/rules/publish.ts'
import { lookOf } from '../../../ui/design.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { OpensPaper } from '../../../ui/papers/OpensPaper.tsx'
import { PaperCard } from '../../../ui/papers/PaperCard.tsx'
import { useAbout } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSchool } from '../../../ui/useSchool.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../Waiting.tsx'

const lookWords: Readonly<Record<ProfileLook, string>> = {
  plain: t`For everybody`,
  pictures: t`For a young child`,
}

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } })

/** The profile as one page of paper: a button, and what can be chosen once it is pressed. */
export const ProfilePaper = ({ pupil, profile }: { pupil: Stored<Pupil>; profile: Stored<Profile> }) => (
  <OpensPaper words={t`Print or download the page`} icon={<DocumentRegular />}>
    {(close) => <Gathered pupil={pupil} profile={profile} onClose={close} />}
  </OpensPaper>
)

type Props = { pupil: Stored<Pupil>; profile: Stored<Profile>; onClose: () => void }

const Gathered = (props: Props) => {
  const services = useServices()
  const { today, school } = services
  const key = props.pupil.key
  return (
    <Loaded
      queries={[
        useAbout(Need, 'pupil', key),
        useAbout(Outcome, 'pupil', key),
        useAbout(Publication, 'pupil', key),
        useAbout(Contact, 'pupil', key),
        useSchool(),
        useQuery({ queryKey: ['look', school.id], queryFn: () => lookOf(services), staleTime: 0 }),
      ]}
      shape={<Waiting />}
    >
      {(needs, outcomes, publications, contacts, settled, { design }) => (
        <Choosing
          {...props}
          design={design}
          adults={contacts.records.map(({ name }) => name)}
          mayShowPhoto={
            settled?.photos === true && props.pupil.photo !== null && props.pupil.photoConsent !== null
          }
          of={{
            pupil: props.pupil,
            school: settled,
            schoolName: school.name,
            today: today(),
            profile: props.profile,
            needs: needs.records,
            outcomes: outcomes.records,
            ticks: publications.records.find((one) => one.key === publicationKeyOf(key)) ?? null,
          }}
        />
      )}
    </Loaded>
  )
}

const Choosing = ({
  pupil,
  profile,
  onClose,
  mayShowPhoto,
  adults,
  design,
  of,
}: Props & {
  mayShowPhoto: boolean
  adults: readonly string[]
  /** The school's look of documents, where it has one. */
  design: Design | undefined
  of: Omit<ProfilePage, 'look' | 'hasPhoto' | 'photo'>
}) => {
  const styles = useStyles()
  const { files } = useServices()
  const mayWrite = useMayWrite(Profile)
  const [look, setLook] = useState<ProfileLook>('plain')
  const [wanted, setWanted] = useState(true)
  const hasPhoto = mayShowPhoto && wanted
  const page: ProfilePage = { ...of, look, hasPhoto, photo: null }
  const { content, onePage } = profilePage(page, design)
  const missing = leftOut(page)
  const photo = async (): Promise<Photo | null> =>
    hasPhoto && pupil.photo
      ? { jpeg: await files.read('senco', pupil.photo), alt: t`Photo of ${calledName(pupil)}` }
      : null
  return (
    <PaperCard
      title={t`The profile on one page`}
      says={t`In the words of the profile above, what is good first. It is made anew each time from what is recorded.`}
      mayWrite={mayWrite}
      forFamily
      onClose={onClose}
      paper={{
        what: paperKinds.profile.called,
        name: paperName('profile', of, profile.key),
        pupil,
        adults: [
          ...adults,
          pupil.keyAdult,
          profile.parentAgreed,
          profile.staffAgreed,
          of.school?.senco ?? null,
        ],
        days: [profile.from, profile.reviewOn],
        content: async (say) => {
          const shown = await photo()
          return say(() => profilePage({ ...page, photo: shown }, design).content)
        },
      }}
    >
      <RadioGroup
        layout="horizontal"
        aria-label={t`For whom the page is`}
        value={look}
        onChange={(_, { value }) => setLook(value as ProfileLook)}
      >
        {profileLooks.map((one) => (
          <Radio key={one} value={one} label={lookWords[one]} />
        ))}
      </RadioGroup>
      {mayShowPhoto && (
        <Checkbox
          label={t`With the photo`}
          checked={wanted}
          onChange={(_, { checked }) => setWanted(checked === true)}
        />
      )}
      {onePage ? (
        <Text className={styles.quiet}>
          {t`Stands on one A4 page, in type of`} {content.type} {t`points.`}
          {design && t` Your school’s own look may take more room: look at it in Word.`}
          {look === 'pictures' && t` Larger, with pictures; only the child’s own part.`}
        </Text>
      ) : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t`Too long for one page, even in type of`} {content.type}{' '}
            {t`points: the end goes onto a second. Shorten a part above to bring it back.`}
          </MessageBarBody>
        </MessageBar>
      )}
      {missing.length > 0 && (
        <Text>{t`Left out, as you keep it from staff: ${joinedNames(missing)}. You choose that beside.`}</Text>
      )}
    </PaperCard>
  )
}
