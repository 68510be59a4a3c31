/**
 * Bounds of the fields of any form with files. `fieldSize` is in bytes, and well above what the longest field may hold
 * (10,000 characters, of three bytes in many scripts): text that is too long reaches the form's own rule, which says
 * so beside the field and keeps what was typed.
 */
export const FIELD_LIMITS = {
  fieldSize: 256 * 1024,
  fieldNameSize: 100,
  headerPairs: 30,
} as const;
