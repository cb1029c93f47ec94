class Shape {
  static made = 0;
  #name;

  static {
    Shape.unit = 'cm';
  }

  constructor(name) {
    this.#name = name;
    Shape.made++;
  }

  get name() {
    return this.#name;
  }

  set name(value) {
    this.#name = value.trim();
  }

  area() {
    throw new TypeError(`${this.name} has no area`);
  }
}

class Square extends Shape {
  constructor(side) {
    super('square');
    this.side = side;
  }

  area() {
    return this.side ** 2;
  }

  static unitSquare() {
    return new this(1);
  }

  *[Symbol.iterator]() {
    yield this.side;
    yield this.area();
  }
}

const square = new Square(3);
square.name = '  big square ';
console.log(square.name, square.area(), [...square], `${Shape.made} ${Shape.unit}`);
console.log(Square.unitSquare().area());

const Anonymous = class {
  ['computed']() {
    return 'c';
  }
};
console.log(new Anonymous().computed(), Anonymous.name);

function Point(x, y) {
  this.x = x;
  this.y = y;
}
Point.prototype.norm = function () {
  return Math.hypot(this.x, this.y);
};
const point = new Point(3, 4);
console.log(point.norm(), point);

try {
  new Shape('blob').area();
} catch (error) {
  console.log(error.message);
}
