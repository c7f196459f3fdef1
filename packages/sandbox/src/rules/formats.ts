// Only the form is checked, not whether the number or the mailbox exists.
const E164 = /^\+[1-9]\d{6,14}$/
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** Whether a phone number is in E.164 form. */
export const isPhoneNumber = (text: string): boolean => E164.test(text)

/** Whether a text has the form of an email address. */
export const isEmail = (text: string): boolean => EMAIL.test(text)
