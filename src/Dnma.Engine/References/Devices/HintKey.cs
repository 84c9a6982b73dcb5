namespace Dnma.Engine.References.Devices;

/// <summary>The user-agent client hints that rules may ask for.</summary>
internal enum HintKey : byte
{
    /// <summary>A hint that the rules do not use.</summary>
    None,

    /// <summary><c>Sec-CH-UA</c>, <c>Sec-CH-UA-Full-Version-List</c>: each brand's name.</summary>
    Brand,

    /// <summary><c>Sec-CH-UA-Platform</c>: the operating system.</summary>
    Platform,

    /// <summary><c>Sec-CH-UA-Mobile</c>: <c>1</c> or <c>0</c>.</summary>
    Mobile,

    /// <summary><c>Sec-CH-UA-Form-Factors</c>: each of Desktop, Mobile, Tablet, XR, Automotive, Watch, EInk.</summary>
    Form,

    /// <summary><c>Sec-CH-UA-Model</c>: not asked for by key; agent tokens are looked for in it.</summary>
    Model,
}
