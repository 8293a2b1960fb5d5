"""The currencies: their ISO 4217 codes, withdrawn ones included, and their signs."""

from typing import Final

from onrecord.figures.word_lists import list_pairs, list_words

CODES: Final = list_words("""
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
    CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
    ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
    MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND
    VUV WST XAF XAU XCD XDR XOF XPF YER ZAR ZMW ZWG
    ATS BEF BYR DEM ESP FIM FRF GRD HRK IEP ITL LTL LVL EEK NLG PTE ROL RUR SKK SIT TRL XEU
    """)
OTHER_CODES: Final = {"RMB": "CNY", "BTC": "BTC", "XBT": "BTC", "NTD": "TWD", "STG": "GBP"}
"""Codes in use that ISO 4217 does not list."""

WORD_LIKE_CODES: Final = list_words(
    "ALL AMD ANG BAM BOB CAD COP CUP CVE GEL LAK MAD MOP PEN RON SAR SIT SOS STN TOP TRY VES"
)
"""Codes that spell a word or a name: they count only in capitals, and only after the number or glued to it."""

SIGNS: Final = list_pairs(
    """
    $ USD € EUR £ GBP ¥ JPY ₽ RUB ₴ UAH ₸ KZT ₹ INR ₺ TRY ₩ KRW ₪ ILS ₫ VND ₦ NGN ₱ PHP ฿ THB ₾ GEL ₼ AZN ֏ AMD
    ₿ BTC ₭ LAK ₮ MNT ₲ PYG ₡ CRC ₵ GHS ₨ INR ¢ cents
    """
)
LETTER_SIGNS: Final = list_pairs("br BYN rs INR zł PLN kč CZK kr kr chf CHF руб RUB р RUB долл USD ரூ LKR")
DOLLAR_PREFIXES: Final = {
    **dict.fromkeys(("us", "u.s.", "usd"), "USD"),
    **dict.fromkeys(("a", "au", "aud", "aus"), "AUD"),
    **dict.fromkeys(("c", "ca", "can", "cad", "cdn"), "CAD"),
    **dict.fromkeys(("nz", "nzd"), "NZD"),
    **dict.fromkeys(("hk", "hkd"), "HKD"),
    **dict.fromkeys(("s", "sg", "sgd"), "SGD"),
    **dict.fromkeys(("nt", "ntd", "twd"), "TWD"),
    **dict.fromkeys(("mx", "mxn"), "MXN"),
    **dict.fromkeys(("r", "brl"), "BRL"),
}
LOOSE_DOLLAR_PREFIXES: Final = frozenset({"us", "u.s.", "c", "nz", "hk"})
"""The prefixes that may stand apart from their sign; an `a $` is an article before a sum."""
WITH_CENTS: Final = frozenset({"USD", "EUR", "AUD", "CAD", "NZD", "HKD", "SGD", "GBP", "RUB", "BYN", "UAH"})
