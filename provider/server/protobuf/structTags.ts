/** The tags of google/protobuf/struct.proto: the number of each field, and how its value is written. */
export const NULL_VALUE = 0x08;
export const NUMBER_VALUE = 0x11;
export const STRING_VALUE = 0x1a;
export const BOOL_VALUE = 0x20;
export const STRUCT_VALUE = 0x2a;
export const LIST_VALUE = 0x32;
/** An entry of a Struct, and a value of a ListValue. */
export const ENTRY_OR_ITEM = 0x0a;
export const ENTRY_KEY = 0x0a;
export const ENTRY_VALUE = 0x12;
