/// The words by which the headers of customs files name a party, as data.
///
/// They are written as ``HeaderRecognition`` folds a header: small letters without accents, words that don't name
/// a role left out, no spaces inside a phrase. Collected from 92 customs files of some fifty countries, from US
/// bills of lading and from the forms of the trade in the other languages.
enum HeaderWords {
    /// Every phrase with its role. A phrase stands for the whole header: `consigneecountry` is no party since it
    /// isn't here, so nothing has to say what an address, a code or a telephone number is called.
    static let roles: [String: Role] = {
        var roles: [String: Role] = [:]
        for (role, phrases) in table {
            for phrase in phrases.split(whereSeparator: \.isWhitespace) { roles[String(phrase)] = role }
        }
        return roles
    }()

    /// Words that stand beside a role without changing it: `STD_IMPORTER_NAME_EN`, `H_Shipper_Unified`.
    static let fillers: Set<String> = words(
        """
        name names std raw standard standardized standardised h unified original full legal official clean en eng
        english vn vi es fr ru cn zh chinese local the of to and s in for
        nombre nombres razon social nom raison sociale nome denominacion denominacao denomination
        de del la el los le les l d da do das dos du des y e et nama ten isim adi ad unvan unvani
        наименование название имя фио рус англ
        """)

    /// Words that are left out only where a word for a name stands in the header as well:
    /// `Consignee Name and Address`.
    static let besideName: Set<String> = words("address addresses location direccion endereco adresse адрес")

    /// Words that say that the header is of a name.
    static let name: Set<String> = words("name names nombre nom nome razon raison наименование название")

    /// What may stand before or behind a Chinese role word, longest first.
    static let hanFillers: [String] = [
        "名称及地址", "名稱及地址", "名称和地址", "名称地址", "名稱地址", "公司名称", "公司名稱", "企业名称", "企業名稱",
        "单位名称", "單位名稱", "英文名称", "英文名稱", "中文名称", "中文名稱", "英文名", "中文名", "名称", "名稱", "姓名", "全称",
        "全稱", "英文", "中文", "公司", "企业", "企業", "单位", "單位", "名", "的",
    ]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private static let table: [(Role, String)] = [
        (
            .shipper,
            """
            shipper consignor consigner sender shipfrom shipfromparty shippedby truesupplier shippingparty
            remitente embarcador expediteur chargeur expedidor cargador absender versender mittente speditore
            gonderici gonderen pengirim грузоотправитель отправитель грузоотправителя отправителя
            发货人 發貨人 发货方 發貨方 发货 托运人 托運人 托运方 寄件人 发件人 發件人 寄货人 付货人 付貨人 境内发货人 境外发货人 境內發貨人
            """
        ),
        (
            .exporter,
            """
            exporter exportercompany exportingcompany exporterrecord exportingfirm usppi
            principalpartyinterest usprincipalpartyinterest
            exportador exportadora exportateur exporteur ausfuhrer esportatore ihracatci eksportir
            экспортер экспортера
            出口商 出口方 出口人 出口者 出口
            """
        ),
        (
            .supplier,
            """
            supplier foreignsupplier overseassupplier suppliercompany vendorsupplier
            proveedor proveedora suplidor fornecedor fournisseur lieferant fornitore tedarikci pemasok поставщик поставщика
            供应商 供應商 供货商 供貨商 供应方 供货方 供方
            """
        ),
        (
            .seller,
            """
            seller vendor soldby sellingparty vendedor vendedora vendeur verkaufer venditore satici penjual продавец продавца
            卖方 賣方 卖家 賣家 销售商 銷售商 销售方 卖主
            """
        ),
        (
            .manufacturer,
            """
            manufacturer mfr mfg maker producer factory manufacturingcompany fabricante productor produtor
            fabricant producteur hersteller fabbricante produttore uretici imalatci изготовитель производитель изготовителя производителя
            生产商 生產商 制造商 製造商 生产者 生产厂家 生產廠家 生产厂商 生產廠商 生产企业 生产单位 生产工厂 生产 制造 厂家 工厂
            """
        ),
        (
            .consignee,
            """
            consignee cnee consigneeparty consignedto receiver recipient shipto shiptoparty deliverto
            deliverytoparty deliveryparty receivingparty
            consignatario consignataria destinatario consignataire destinataire receptor empfanger alici gonderilen
            penerima грузополучатель получатель грузополучателя получателя
            收货人 收貨人 收货方 收貨方 收货 收貨 收件人 收件方 境内收货人 境外收货人 境內收貨人 提货人 提貨人
            """
        ),
        (
            .importer,
            """
            importer importercompany importingcompany importerrecord ior importingfirm actualimporter
            importador importadora importateur importeur einfuhrer importatore ithalatci importir импортер импортера
            进口商 進口商 进口方 进口人 進口人 进口者 进口
            """
        ),
        (
            .buyer,
            """
            buyer foreignbuyer overseasbuyer buyercompany truebuyer customer client billto billtoparty soldto
            soldtoparty buyingparty
            comprador compradora cliente acheteur kaufer acquirente musteri pembeli покупатель покупателя заказчик заказчика
            买方 買方 买家 買家 买主 客户 客戶
            """
        ),
        (
            .purchaser,
            """
            purchaser purchasingparty adquirente acquereur
            采购商 採購商 采购方 採購方 购买方 購買方 购货方 購貨方 购货商
            """
        ),
        (
            .intermediateConsignee,
            """
            intermediateconsignee intermediaryconsignee interimconsignee consignatariointermedio
            consignatariointermediario destinataireintermediaire промежуточныйполучатель
            中间收货人 中間收貨人 中转收货人 中轉收貨人
            """
        ),
        (
            .ultimateConsignee,
            """
            ultimateconsignee finalconsignee consignatariofinal destinatariofinal destinatairefinal
            конечныйполучатель конечныйгрузополучатель
            最终收货人 最終收貨人 实际收货人 實際收貨人
            """
        ),
        (
            .endUser,
            """
            enduser finaluser ultimateuser actualuser usuariofinal utilisateurfinal utentefinale endverwender
            sonkullanici конечныйпользователь конечныйпотребитель
            最终用户 最終用戶 最终使用者 最終使用者 最终使用人 终端用户 終端用戶 最终客户 最終客戶 消费使用单位 消费使用 使用单位
            """
        ),
        (
            .notifyParty,
            """
            notify notifyparty notified notifiedparty nortify nortifyparty alsonotify alsonotifyparty
            secondnotify secondnotifyparty notifyperson notificado notificar partenotificar partedenotificar
            notifier partieanotifier partienotifier notificante
            уведомляемаясторона извещаемаясторона
            通知方 通知人 被通知人 被通知方 到货通知人 到貨通知人 第二通知人 第二通知方
            """
        ),
        (
            .forwarder,
            """
            forwarder freightforwarder forwardingagent freightagent forwardingcompany nvocc
            declarant customsdeclarant customdeclarant customsagent customagent customsagency customagency
            customsbroker custombroker broker cha customshouseagent customhouseagent clearingagent
            clearingagency customsclearingagent clearingforwardingagent clearingandforwardingagent
            agent agency shippingagent shippingagency cargoagent cfagent
            agenteaduana agenteaduanas agenteaduanal agenciaaduana agenciaaduanas despachante
            despachanteaduana agentecarga transitaire declarante commissionnaire commissionnaireagree
            spediteur spedizioniere gumrukmusaviri
            декларант экспедитор таможенныйброкер таможенныйпредставитель
            货代 貨代 货运代理 貨運代理 货运代理人 貨運代理人 代理人 代理商 报关行 報關行 报关公司 报关代理 报关 报关人 申报单位 申报
            """
        ),
        (
            .carrier,
            """
            carrier transportcompany transporter transportingcompany shippingline shippingcompany airline
            oceancarrier haulier hauler trucker truckingcompany vesseloperator carriercompany vesselowner
            transportista transportadora transportador companiatransporte empresatransporte naviera transporteur
            compagniemaritime frachtfuhrer vettore tasiyici nakliyeci перевозчик перевозчика
            承运人 承運人 承运商 承運商 承运方 船公司 运输公司 運輸公司 航空公司
            """
        ),
        (
            .bank,
            """
            bank issuingbank advisingbank negotiatingbank remittingbank collectingbank confirmingbank
            importerbank exporterbank buyerbank sellerbank beneficiarybank intermediarybank banco banque banca
            банк
            银行 銀行 开证行 開證行 通知行 议付行 議付行 汇款行 收款行 开户行 开证银行 開證銀行
            """
        ),
        (
            .other,
            """
            party partyname thirdparty counterparty counterpart company companyname entity entityname firm
            contractholder contractor trustee beneficiary principal owner cargoowner goodsowner commercialdeposit
            consigneeultimateparent shipperultimateparent ultimateparent
            beneficiario beneficiaire contractante contratante бенефициар владелец контрактодержатель
            经营单位 經營單位 货主 貨主 受益人 委托人 委託人 当事人
            """
        ),
    ]
}
