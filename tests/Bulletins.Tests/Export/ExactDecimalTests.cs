using System.Globalization;
using Bulletins.Export;

namespace Bulletins.Tests.Export;

public class ExactDecimalTests
{
    [Theory]
    [InlineData("454.84", "10000", "4548400")]
    [InlineData("0.10", "1", "0.1")]
    [InlineData("100", "1", "100")]
    [InlineData("-9.0", "1", "-9")]
    [InlineData("-0.00", "1", "0")]
    [InlineData("79228162514264337593543950335", "1", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "1", "0.0000000000000000000000000001")]
    public void DecimalsArePrintedExactlyWithoutExponentOrTrailingZeros(string number, string scale, string printed)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture) * decimal.Parse(scale, CultureInfo.InvariantCulture);
        Assert.Equal(printed, ExactDecimal.Print(value));
    }
}
