import asyncio


async def double(n):
    await asyncio.sleep(0)
    return n * 2


async def numbers():
    for i in range(2):
        yield i


async def main():
    doubled = await asyncio.gather(double(1), double(2))
    total = sum(doubled)
    async for i in numbers():
        total += i
    return total


print(asyncio.run(main()))
