enum Color { Red, Green = 5, Blue, Name = 'n',
  Mix = Red | 4 }
const enum Bits { A = 1 << 3, B = A * 2, C = -1 }
enum Late { Length = 'abc'.length, Two = 2, Sum = Length + Two }
enum Color2 { A } enum Color2 { B = 1 }
declare enum Gone { X }
const result = [Color[5], Color.Blue, Color.Name, Color.Mix, Bits.B, Bits[-1], Late.Sum, Late[2], Color2.A, Color2.B, Object.keys(Color).length];
// ["Green", 6, "n", 4, 16, "C", 5, "Two", 0, 1, 9]
