// A parking lot with rows for cars and vans, and fees by started hour.

type Size = 'small' | 'large';

interface Spot {
  row: string;
  number: number;
  size: Size;
  plate: string | null;
  since: number;
}

interface Receipt {
  plate: string;
  hours: number;
  fee: number;
}

class ParkingLot {
  private readonly spots: Spot[] = [];
  private income = 0;

  addRow(row: string, count: number, size: Size): void {
    for (let number = 1; number <= count; number += 1) {
      this.spots.push({ row, number, size, plate: null, since: 0 });
    }
  }

  park(plate: string, size: Size, hour: number): string | null {
    const fits = (spot: Spot): boolean => spot.plate === null && (spot.size === size || size === 'small');
    const candidates = this.spots.filter(fits);
    const exact = candidates.find((spot) => spot.size === size);
    const spot = exact ?? candidates[0];
    if (spot === undefined) {
      return null;
    }
    spot.plate = plate;
    spot.since = hour;
    return `${spot.row}${spot.number}`;
  }

  leave(plate: string, hour: number): Receipt {
    const spot = this.spots.find((candidate) => candidate.plate === plate);
    if (spot === undefined) {
      throw new Error(`${plate} is not parked here`);
    }
    const hours = Math.max(1, Math.ceil(hour - spot.since));
    const rate = spot.size === 'large' ? 5 : 3;
    const fee = rate + (hours - 1) * (rate - 1);
    spot.plate = null;
    this.income += fee;
    return { plate, hours, fee };
  }

  get free(): number {
    return this.spots.filter((spot) => spot.plate === null).length;
  }

  get earned(): number {
    return this.income;
  }
}

const lot = new ParkingLot();
lot.addRow('A', 2, 'small');
lot.addRow('B', 1, 'large');

const arrivals: Array<[string, Size, number]> = [
  ['GO 11', 'small', 8],
  ['VAN 7', 'large', 9],
  ['GO 12', 'small', 9.5],
  ['GO 13', 'small', 10],
];
for (const [plate, size, hour] of arrivals) {
  console.log(plate, '->', lot.park(plate, size, hour) ?? 'full');
}

for (const [plate, hour] of [['VAN 7', 11.25], ['GO 13', 12], ['GO 11', 12]] as Array<[string, number]>) {
  try {
    const receipt: Receipt = lot.leave(plate, hour);
    console.log(`${receipt.plate}: ${receipt.hours} h, ${receipt.fee} coins`);
  } catch (problem) {
    console.log((problem as Error).message);
  }
}
console.log(`free ${lot.free}, earned ${lot.earned}`);
