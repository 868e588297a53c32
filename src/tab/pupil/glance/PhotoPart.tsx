import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { fileMark } from '../../../domain/rules/belongings.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useSchool } from '../../../ui/useSchool.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { photoFile } from './photoFile.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'center', paddingTop: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Puts in, changes or takes away the photo; only with consent, and only where the school shows photos. */
export const PhotoPart = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const styles = useStyles()
  const { files, records } = useServices()
  const put = usePutStored()
  const say = useSay()
  const mayWrite = useMayWrite(Pupil)
  const school = useSchool()
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'ready' | 'working' | 'notAPicture'>('ready')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  if (!school.data?.photos || !mayWrite) return null

  const keep = async (photo: string | null): Promise<void> => {
    put(Pupil, await records.store(Pupil).update(pupil, { photo }))
  }
  const choose = async (file: Blob) => {
    setState('working')
    setTrouble(null)
    let bytes: Uint8Array
    try {
      bytes = await photoFile(file)
    } catch {
      return setState('notAPicture')
    }
    try {
      const { name } = await files.save(
        'senco',
        t`Documents/Photo ${fileMark(pupil.key)}.jpg`,
        bytes,
        'image/jpeg',
      )
      const before = pupil.photo
      await keep(`Documents/${name}`)
      if (before) await files.dispose('senco', before)
      say(t`Photo kept`)
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
    setState('ready')
  }
  const remove = async () => {
    setTrouble(null)
    try {
      const { photo } = pupil
      await keep(null)
      if (photo) await files.dispose('senco', photo)
      say(t`Photo removed. The file is in the site’s recycle bin.`)
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
  }
  return (
    <div className={styles.part}>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ''
          if (file) void choose(file)
        }}
      />
      <Button
        size="small"
        disabled={!pupil.photoConsent || state === 'working'}
        onClick={() => input.current?.click()}
      >
        {state === 'working' ? t`Keeping the photo` : pupil.photo ? t`Change the photo` : t`Add a photo`}
      </Button>
      {pupil.photo && (
        <Button size="small" appearance="subtle" onClick={() => void remove()}>{t`Remove the photo`}</Button>
      )}
      {!pupil.photoConsent && (
        <Text className={styles.quiet}>{t`A photo needs consent: say above when it was given.`}</Text>
      )}
      {state === 'notAPicture' && (
        <Text role="alert">{t`That file is not a picture that can be read. Choose a JPEG or PNG.`}</Text>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
    </div>
  )
}
