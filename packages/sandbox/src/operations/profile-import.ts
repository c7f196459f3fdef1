import { refuseFaults } from '../refusal.ts'
import { lateFaults } from '../rules/late-faults.ts'
import { profileFaults } from '../rules/profile-rules.ts'
import type { ProfileBody } from './bodies.ts'
import { type Handler, bodyOf } from './handler.ts'
import { profileAnswer } from './profiles.ts'
import { writeProfile } from './write-profile.ts'

/** Creates or updates one profile: 201 when it is new, else 200. */
export const importProfile: Handler = (call) => {
  const { data } = bodyOf<ProfileBody>(call)
  const profileAt = { ...data, pointer: '/data/attributes' }
  refuseFaults([...profileFaults(profileAt), ...lateFaults(profileAt)])
  const { profile, isNew } = writeProfile(call.state, data, { onClash: 'refuse', pointer: '/data' })
  return profileAnswer(call, profile, isNew ? 201 : 200)
}
